namespace FsmKit.Testing.Tests.Systems.FailureDetector;

/// <summary>Shuts nodes down, at moments that the schedule chooses.</summary>
[GClass]
[Input<EvStrike>]
public sealed partial class Injector : GObj
{
    /// <summary>Has the nodes, of which any may be shut down.</summary>
    public IReadOnlyList<Node> Nodes { get; set; } = [];

    /// <summary>Chooses nodes and times.</summary>
    public World World { get; set; } = null!;

    /// <summary>Counts the strikes to come; one may hit a node that is dead.</summary>
    public int Strikes { get; set; } = 2;

    /// <inheritdoc/>
    protected override void StartUp() => AcWait();

    private enum State
    {
        [On<EvStrike>(nameof(AcStrike), Next = Done, When = nameof(IsLast)), On<EvStrike>(nameof(AcGoOn))]
        Striking,

        [Final]
        Done,
    }

    private bool IsLast() => Strikes == 1;

    private void AcGoOn()
    {
        AcStrike();
        AcWait();
    }

    private void AcStrike()
    {
        Strikes--;
        Post(Nodes[World.Choose(Nodes.Count)], new EvShutDown());
    }

    private void AcWait() => StartTimer(TimeSpan.FromMilliseconds(World.Choose(500, 1000, 1050)), new EvStrike());
}
