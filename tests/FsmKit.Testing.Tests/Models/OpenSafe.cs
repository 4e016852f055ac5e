namespace FsmKit.Testing.Tests.Models;

/// <summary>A safe that any number opens.</summary>
[GClass]
[Input<EvDial>, Input<EvButton>]
public sealed partial class OpenSafe : GObj
{
    private enum State : byte
    {
        [On<EvDial>(Next = Open), Ignore<EvButton>]
        Shut,

        [On<EvButton>(Next = Shut), Ignore<EvDial>]
        Open,
    }
}
