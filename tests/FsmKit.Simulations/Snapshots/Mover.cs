namespace FsmKit.Simulations.Snapshots;

/// <summary>Takes a snapshot of the worker at any moment, kills its loop, and restores it on a new one, some times.</summary>
[GClass]
[Input<EvNext>]
public sealed partial class Mover : GObj
{
    /// <summary>The world that chooses for it.</summary>
    public World World { get; set; } = null!;

    /// <summary>The present worker.</summary>
    public Worker Worker { get; set; } = null!;

    /// <summary>Number of moves of the worker.</summary>
    public int Moves { get; private set; }

    private enum State
    {
        [On<EvNext>(nameof(AcMove))]
        Waiting,
    }

    /// <inheritdoc/>
    protected override void StartUp() => PlanMove();

    private void PlanMove() => StartTimer(TimeSpan.FromMilliseconds(World.Choose(100) + 1), new EvNext());

    private void AcMove()
    {
        var text = Worker.Snapshot().ToJson();
        World.Kill(Worker.Gaplic);
        Moves++;
        Worker = World.Loop($"worker{Moves}").Restore<Worker>(MachineSnapshot.FromJson(text), "worker");
        if (Moves < 5 && World.Choose(4) > 0)
        {
            PlanMove();
        }
    }
}
