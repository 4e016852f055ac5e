/// <summary>The answer of one state to one event.</summary>
internal sealed class Cell(CellKind kind, CellAction? action = null, int? next = null)
{
    public CellKind Kind { get; } = kind;

    /// <summary>The action; null unless the event is handled.</summary>
    public CellAction? Action { get; } = action;

    /// <summary>Number of the next state; null where the state stays.</summary>
    public int? Next { get; } = next;

    /// <summary>The answer to payloads from <see cref="CellAction.Limit" /> on; null where one answer is for all.</summary>
    public Cell? Guarded { get; private set; }

    /// <summary>Returns a random cell: 5 of 100 refuse, 10 ignore, 10 have a guard, and 75 handle.</summary>
    public static Cell Any(SplitMix random, int states)
    {
        var roll = random.Below(100);
        if (roll < 5)
        {
            return new(CellKind.Refuse);
        }

        if (roll < 15)
        {
            return new(CellKind.Ignore);
        }

        if (roll >= 25)
        {
            return Handling(random, states);
        }

        var cell = random.Chance(30) ? new(CellKind.Ignore) : Handling(random, states);
        cell.Guarded = Handling(random, states);
        return cell;
    }

    /// <summary>Returns the answer to a payload.</summary>
    public Cell Taken(int value) => value >= CellAction.Limit ? Guarded ?? this : this;

    /// <summary>Returns whether the action stands in this cell, with a guard or without.</summary>
    public bool Uses(CellAction action) => Action == action || Guarded?.Action == action;

    /// <summary>Returns a cell with an action; 45 of 100 change the state.</summary>
    private static Cell Handling(SplitMix random, int states) =>
        new(CellKind.On, CellAction.Any(random), random.Chance(45) ? random.Below(states) : null);
}

/// <summary>Names the attribute of a cell.</summary>
internal enum CellKind
{
    On,
    Ignore,
    Refuse,
}
