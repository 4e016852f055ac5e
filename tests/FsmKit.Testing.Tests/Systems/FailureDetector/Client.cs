namespace FsmKit.Testing.Tests.Systems.FailureDetector;

/// <summary>Keeps the nodes that are reported dead.</summary>
[GClass]
[Input<EvDead>]
public sealed partial class Client : GObj
{
    private readonly List<Node> _dead = [];

    /// <summary>Watch that hears of each dead node.</summary>
    public CrashWatch Watch { get; set; } = null!;

    /// <summary>Has the nodes that were called dead.</summary>
    public IReadOnlyList<Node> Dead => _dead;

    private enum State
    {
        [On<EvDead>(nameof(AcKeep))]
        Listening,
    }

    private void AcKeep(in EvDead e)
    {
        _dead.Add(e.Node);
        Post(Watch, new EvHeard());
    }
}
