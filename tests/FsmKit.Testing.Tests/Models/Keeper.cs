namespace FsmKit.Testing.Tests.Models;

/// <summary>Hands numbers on to a lock.</summary>
[GClass]
[Input<EvDial>]
public sealed partial class Keeper : GObj
{
    private Padlock? _padlock;

    private enum State : byte
    {
        [Forward<EvDial>(nameof(_padlock))]
        Here,
    }

    /// <inheritdoc/>
    protected override void StartUp() => _padlock = Create<Padlock>("padlock");
}
