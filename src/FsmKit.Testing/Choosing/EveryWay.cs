namespace FsmKit.Testing.Choosing;

/// <summary>Takes every way, depth first: each schedule repeats the one before up to the last choice that has ways left. See <see cref="Strategy.Exhaustive"/>.</summary>
internal class EveryWay : Chooser
{
    private readonly List<(int Taken, int Count)> _path = [];
    private int _at;

    /// <summary>Whether all choices of the path are taken: what follows, no schedule before has met.</summary>
    protected bool IsAtEnd => _at == _path.Count;

    public override void Begin() => _at = 0;

    public override int Pick(ReadOnlySpan<int> ready) => Value(ready.Length);

    public override int Value(int count)
    {
        if (_at == _path.Count)
        {
            _path.Add((0, count));
        }

        return _path[_at++].Taken;
    }

    /// <summary>The next loop behind the last one: the fair end of a schedule has one way.</summary>
    public override int PickFairly(ReadOnlySpan<int> ready) => 1;

    public override bool Chance(double probability) => Value(2) == 1;

    public override bool End()
    {
        while (_path.Count > 0)
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
