using System.Diagnostics.CodeAnalysis;

namespace FsmKit.Testing.Models;

/// <summary>Model that is a gobj of another gclass on the same loop.</summary>
[RequiresUnreferencedCode(MachineTest.Trimming)]
[RequiresDynamicCode(MachineTest.Trimming)]
internal sealed class TwinModel<T, TTwin>(T gobj, TTwin twin, Func<TTwin, T, bool> agrees) : IModel
    where TTwin : GObj
{
    public void Step(object e)
    {
        if (e is not Waited)
        {
            InputEvents.TrySend(twin, e);
        }
    }

    public string? Differs() => agrees(twin, gobj) ? null : $"{twin} is in {twin.StateName}";
}
