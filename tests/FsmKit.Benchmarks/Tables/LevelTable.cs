/// <summary>A table with its answers on three levels: on leaves, on the composites around them, and on two composites around those.</summary>
internal sealed class LevelTable : CellTable
{
    private readonly int _members;
    private readonly Cell?[][] _own;
    private readonly Cell?[][] _inner;
    private readonly Cell[][] _outer;

    /// <param name="name">Start of the names of types.</param>
    /// <param name="states">Number of leaves.</param>
    /// <param name="events">Number of events.</param>
    /// <param name="seed">Seed of the random numbers.</param>
    /// <param name="members">Number of leaves in each inner composite.</param>
    public LevelTable(string name, int states, int events, ulong seed, int members)
        : base(name, states, events, seed)
    {
        _members = members;
        _inner = Rows(states / members, events, (_, _) => Random.Chance(30) ? Cell.Any(Random, states) : null);
        _outer = Rows(2, events, (_, _) => Cell.Any(Random, states));
        var leaves = Cells;
        _own = Rows(states, events, (state, id) => id == WayOn(state) || Random.Chance(40) ? leaves[state][id] : null);
        Cells = Rows(states, events, (state, id) => _own[state][id] ?? _inner[state / members][id] ?? _outer[OuterOf(state / members)][id]);
        Walk = AnyWalk();
    }

    /// <summary>Returns the leaves, the inner and the outer composites of the gclass.</summary>
    public IEnumerable<StateRows> Levels()
    {
        var leaves = _own.Select((cells, state) => new StateRows($"S{state}", $"I{state / _members}", cells));
        var inner = _inner.Select((cells, composite) => new StateRows($"I{composite}", $"O{OuterOf(composite)}", cells));
        var outer = _outer.Select(static (cells, composite) => new StateRows($"O{composite}", null, cells));
        return leaves.Concat(inner).Concat(outer);
    }

    private int OuterOf(int inner) => 2 * inner * _members / States;
}
