namespace FsmKit.Testing.Choosing;

/// <summary>Takes every way, depth first: each schedule repeats the one before up to the last choice that has ways left. See <see cref="Strategy.Exhaustive"/>.</summary>
internal class EveryWay : Chooser
{
    private readonly List<(int Taken, int Count)> _path = [];

    // The choices before are another one's to change.
    private int _first;

    /// <summary>How many choices are taken.</summary>
    protected int At { get; set; }

    /// <summary>The number of the last choice of the path, from 0.</summary>
    protected int Last => _path.Count - 1;

    /// <summary>Whether all choices of the path are taken: what follows, no schedule before has met.</summary>
    protected bool IsAtEnd => At == _path.Count;

    public override void Begin() => At = 0;

    /// <summary>Leaves the other ways of the first choice that has some to another chooser.</summary>
    /// <returns>These; null when there are none.</returns>
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

    /// <summary>Takes ways that another chooser has left. Its own are taken.</summary>
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

    /// <summary>The next loop behind the last one: the fair end of a schedule has one way.</summary>
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
