namespace FsmKit.Testing.Tests.Systems.Small;

/// <summary>Calls a delegate for each <see cref="EvDo"/>; <see cref="EvGo"/> it takes once.</summary>
[GClass, Input<EvDo>, Input<EvGo>]
public sealed partial class Worker : GObj
{
    /// <summary>Action of the worker.</summary>
    public Action<int> Does { get; set; } = static _ => { };

    private enum State
    {
        [On<EvDo>(nameof(AcDo)), On<EvGo>(Next = There)]
        Here,

        [On<EvDo>(nameof(AcDo), Next = Here), Refuse<EvGo>]
        There,
    }

    private void AcDo(in EvDo e) => Does(e.Number);
}
