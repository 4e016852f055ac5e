namespace FsmKit.Testing.Choosing;

/// <summary>
/// Explores all choices depth first: each schedule repeats the one before up to the last choice with possibilities left. See
/// <see cref="Strategy.Exhaustive"/>.
/// </summary>
internal class EveryWay : Chooser
{
    private readonly List<(int Taken, int Count)> _path = [];

    // Index of the first choice that this chooser may change; another chooser changes the earlier ones.
    private int _first;

    /// <summary>Number of choices made in the present schedule.</summary>
    protected int At { get; set; }

    /// <summary>Index of the last choice of the path, from 0.</summary>
    protected int Last => _path.Count - 1;

    /// <summary>True when the path is used up, so that the schedule is now beyond all earlier ones.</summary>
    protected bool IsAtEnd => At == _path.Count;

    public override void Begin() => At = 0;

    /// <summary>Hands the remaining possibilities of the first choice that has some to another chooser.</summary>
    /// <returns>The possibilities handed over; null when none remain.</returns>
    public Ways? Split()
    {
        for (var i = _first; i < _path.Count - 1; i++)
        {
            var (taken, count) = _path[i];
            if (taken + 1 < count)
            {
                _path[i] = (taken, taken + 1);
                return new Ways([.. _path.Take(i), (taken + 1, count)]);
            }
        }

        return null;
    }

    /// <summary>Continues with possibilities that another chooser handed over. This chooser must have none of its own left.</summary>
    public virtual void Take(Ways ways)
    {
        _path.Clear();
        _path.AddRange(ways.Path);
        _first = _path.Count - 1;
    }

    public override int Pick(ReadOnlySpan<int> ready) => Value(ready.Length);

    public override int Value(int count)
    {
        if (At == _path.Count)
        {
            _path.Add((0, count));
        }

        return _path[At++].Taken;
    }

    /// <summary>Takes the next loop after the last one. The fair end of a schedule has one order.</summary>
    public override int PickFairly(ReadOnlySpan<int> ready) => 1;

    public override bool Chance(double probability) => Value(2) == 1;

    public override bool End()
    {
        while (_path.Count > _first)
        {
            var (taken, count) = _path[^1];
            if (taken + 1 < count)
            {
                _path[^1] = (taken + 1, count);
                return true;
            }

            _path.RemoveAt(_path.Count - 1);
        }

        return false;
    }
}
