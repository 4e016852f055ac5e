namespace FsmKit.Simulations.Serving;

/// <summary>Kills a loop at a moment of the schedule's choice.</summary>
[GClass]
[Input<EvTurn>]
public sealed partial class Killer : GObj
{
    /// <summary>The world that chooses for it.</summary>
    public World World { get; set; } = null!;

    /// <summary>Loop to kill.</summary>
    public GAplic Victim { get; set; } = null!;

    private enum State
    {
        [On<EvTurn>(nameof(AcKill))]
        Waiting,
    }

    /// <inheritdoc/>
    protected override void StartUp() => StartTimer(TimeSpan.FromMilliseconds(World.Choose(100) + 1), new EvTurn());

    private void AcKill() => World.Kill(Victim);
}
