namespace FsmKit.Simulations.Snapshots;

/// <summary>Posts the same events to both twins at the same moments, at which no timeout of theirs is due.</summary>
[GClass]
[Input<EvNext>]
public sealed partial class TwinScript : GObj
{
    private int _left = 8;

    /// <summary>The world that chooses for it.</summary>
    public World World { get; set; } = null!;

    /// <summary>The twins.</summary>
    public Func<Twin[]> Twins { get; set; } = null!;

    private enum State
    {
        [On<EvNext>(nameof(AcNext))]
        Posting,
    }

    /// <inheritdoc/>
    protected override void StartUp() => AcNext();

    private void AcNext()
    {
        var what = World.Choose(4);
        for (var again = World.Choose(2); again >= 0; again--)
        {
            foreach (var twin in Twins())
            {
                PostOne(twin, what);
            }
        }

        if (--_left >= 0)
        {
            StartTimer(TimeSpan.FromMilliseconds(500 * World.Choose(1, 2)), new EvNext());
        }
    }

    private void PostOne(Twin twin, int what)
    {
        if (_left == 0 || what == 3)
        {
            Post(twin, new EvBack());
        }
        else if (what == 2)
        {
            Post(twin, new EvPoke(_left));
        }
        else
        {
            Post(twin, new EvGo());
        }
    }
}
