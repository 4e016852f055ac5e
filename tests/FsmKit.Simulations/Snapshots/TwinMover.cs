namespace FsmKit.Simulations.Snapshots;

/// <summary>Moves one twin from loop to loop by snapshots; the other one stays.</summary>
[GClass]
[Input<EvNext>]
public sealed partial class TwinMover : GObj
{
    /// <summary>The world that chooses for it.</summary>
    public World World { get; set; } = null!;

    /// <summary>The twin that moves.</summary>
    public Twin Moving { get; private set; } = null!;

    /// <summary>Number of moves.</summary>
    public int Moves { get; private set; }

    private enum State
    {
        [On<EvNext>(nameof(AcMove))]
        Waiting,
    }

    /// <inheritdoc/>
    protected override void StartUp()
    {
        Moving = World.Loop("moving0").Create<Twin>("twin", x => x.World = World);
        PlanMove();
    }

    private void PlanMove() => StartTimer(TimeSpan.FromMilliseconds(World.Choose(400) + 1), new EvNext());

    private void AcMove()
    {
        var text = Moving.Snapshot(children: true).ToJson();
        var before = Moving.Snapshot(children: true);
        World.Kill(Moving.Gaplic);
        Moves++;
        Moving = World.Loop($"moving{Moves}").Restore<Twin>(MachineSnapshot.FromJson(text), "twin", x => x.World = World);
        var after = Moving.Snapshot(children: true).ToJson();
        World.Check(after == text && before.ToJson() == text, $"What was restored is not what was taken:\n{text}\n{after}");
        if (Moves < 8)
        {
            PlanMove();
        }
    }
}
