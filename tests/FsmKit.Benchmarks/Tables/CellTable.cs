/// <summary>A random table: a cell for each state and event, and a walk through it.</summary>
internal class CellTable
{
    private const int WalkLength = 64;
    private readonly int[][] _constants;

    public CellTable(string name, int states, int events, ulong seed)
    {
        (Name, States, Events, Random) = (name, states, events, new SplitMix(seed));
        _constants = Rows(events, CellAction.WithPayload.Length, (_, _) => 1 + Random.Below(99));
        Cells = Rows(states, events, (_, _) => Cell.Any(Random, states));
        for (var state = 0; state < states; state++)
        {
            Cells[state][WayOn(state)] = new(CellKind.On, CellAction.WithPayload[0], (state + 1) % states);
        }

        Walk = AnyWalk();
    }

    public string Name { get; }

    public int States { get; }

    public int Events { get; }

    /// <summary>Answers by state and event.</summary>
    public Cell[][] Cells { get; protected set; }

    /// <summary>
    /// 64 events with their payloads, from the first state back to it, none of them refused. The driver adds 0 to 7 to each payload; no
    /// payload crosses <see cref="CellAction.Limit" /> in that range.
    /// </summary>
    public IReadOnlyList<(int Event, int Value)> Walk { get; protected set; }

    protected SplitMix Random { get; }

    /// <summary>Returns the name of an event.</summary>
    public string Event(int id) => $"{Name}Ev{id}";

    /// <summary>Returns the constant of an action with a payload; 0 for plain actions.</summary>
    public int Constant(int id, CellAction action)
    {
        var index = Array.IndexOf(CellAction.WithPayload, action);
        return index < 0 ? 0 : _constants[id][index];
    }

    /// <summary>Returns the states of the gclass, all on one level.</summary>
    public IEnumerable<StateRows> Flat() => Cells.Select(static (cells, state) => new StateRows($"S{state}", null, cells));

    /// <summary>Returns the event that leads to the following state. These events go round, so each state is reached from each.</summary>
    protected int WayOn(int state) => 3 * state % Events;

    protected static T[][] Rows<T>(int count, int width, Func<int, int, T> cell) =>
        [.. Enumerable.Range(0, count).Select(row => Enumerable.Range(0, width).Select(column => cell(row, column)).ToArray())];

    protected IReadOnlyList<(int Event, int Value)> AnyWalk()
    {
        while (true)
        {
            var (walk, state) = (new List<(int Event, int Value)>(), 0);
            while (walk.Count < WalkLength)
            {
                var id = Random.Below(Events);
                var value = Random.Chance(50) ? Random.Below(CellAction.Limit - 8) : CellAction.Limit + Random.Below(120 - CellAction.Limit);
                var cell = Cells[state][id];
                if (cell.Kind != CellKind.Refuse)
                {
                    walk.Add((id, value));
                    state = cell.Taken(value).Next ?? state;
                }
            }

            if (state == 0)
            {
                return walk;
            }
        }
    }
}

/// <summary>A state as the gclass writes it: its name, the composite around it or null, and its own cells; null where the composite answers.</summary>
internal sealed class StateRows(string name, string? inside, Cell?[] cells)
{
    public string Name { get; } = name;

    public string? Inside { get; } = inside;

    public Cell?[] Cells { get; } = cells;
}
