namespace FsmKit.Testing.Choosing;

/// <summary>
/// Runs the ready loop of the highest priority, and lowers that priority at a few random moments. See <see cref="Strategy.Priorities"/>.
/// </summary>
internal sealed class PriorityWalk(ulong seed, int changes) : Chooser
{
    private readonly Dictionary<int, int> _priorities = [];
    private readonly Moments _moments = new(changes);
    private Dice _dice = new(seed);
    private int _lowest;

    public override void Begin()
    {
        _priorities.Clear();
        _lowest = 0;
        _moments.Begin(ref _dice);
    }

    public override int Pick(ReadOnlySpan<int> ready)
    {
        var first = Highest(ready);
        if (_moments.Next())
        {
            _priorities[ready[first]] = --_lowest;
            first = Highest(ready);
        }

        return first;
    }

    public override int Value(int count) => _dice.Next(count);

    public override bool End()
    {
        _moments.End();
        return true;
    }

    private int Highest(ReadOnlySpan<int> ready)
    {
        var best = 0;
        for (var place = 0; place < ready.Length; place++)
        {
            if (PriorityOf(ready[place]) > PriorityOf(ready[best]))
            {
                best = place;
            }
        }

        return best;
    }

    private int PriorityOf(int number)
    {
        if (!_priorities.TryGetValue(number, out var priority))
        {
            _priorities.Add(number, priority = 1 + _dice.Next(1 << 20));
        }

        return priority;
    }
}
