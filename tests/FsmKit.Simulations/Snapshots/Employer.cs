namespace FsmKit.Simulations.Snapshots;

/// <summary>Posts jobs to the present worker.</summary>
[GClass]
[Input<EvNext>]
public sealed partial class Employer : GObj
{
    /// <summary>The world that chooses for it.</summary>
    public World World { get; set; } = null!;

    /// <summary>Returns the present worker.</summary>
    public Func<Worker> Worker { get; set; } = null!;

    /// <summary>The jobs that it has posted.</summary>
    public List<int> Posted { get; } = [];

    /// <summary>The number of its first job.</summary>
    public int First { get; set; }

    private enum State
    {
        [On<EvNext>(nameof(AcNext))]
        Posting,
    }

    /// <inheritdoc/>
    protected override void StartUp() => AcNext();

    private void AcNext()
    {
        if (Posted.Count < 4)
        {
            Posted.Add(First + Posted.Count);
            Post(Worker(), new EvJob(Posted[^1]));
            StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 30, 100)), new EvNext());
        }
    }
}
