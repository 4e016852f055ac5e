namespace FsmKit.Testing.Tests.Models;

/// <summary>A lock that has no answer to a wrong number.</summary>
[GClass]
[Input<EvDial>]
public sealed partial class Padlock : GObj
{
    private enum State : byte
    {
        [On<EvDial>(Next = Open, When = nameof(IsRight))]
        Shut,

        [On<EvDial>(Next = Shut)]
        Open,
    }

    private static bool IsRight(in EvDial e) => e.Number == 0;
}
