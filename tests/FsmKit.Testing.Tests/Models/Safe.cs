namespace FsmKit.Testing.Tests.Models;

/// <summary>A number is dialled.</summary>
public readonly record struct EvDial(int Number);

/// <summary>A safe that random numbers do not open. Its state Open stays unreached.</summary>
[GClass]
[Input<EvDial>, Input<EvButton>]
public sealed partial class Safe : GObj
{
    private enum State : byte
    {
        [On<EvDial>(Next = Open, When = nameof(IsRight)), Ignore<EvDial>, Ignore<EvButton>]
        Shut,

        [On<EvButton>(Next = Shut), Ignore<EvDial>]
        Open,
    }

    private static bool IsRight(in EvDial e) => e.Number == 271_828_183;
}
