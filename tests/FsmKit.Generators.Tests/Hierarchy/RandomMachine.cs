namespace FsmKit.Generators.Tests;

/// <summary>A table as data, thrown by dice.</summary>
internal sealed class RandomMachine
{
    public const int Events = 4;
    public const int GClass = -1;
    public const int Tick = 10;

    public RandomMachine(Random dice, string lane)
    {
        Lane = lane;
        var count = dice.Next(1, 9);
        for (var state = 0; state < count; state++)
        {
            var parent = state > 0 && dice.Next(2) == 0 ? dice.Next(state) : -1;
            States.Add(new RandomState(
                parent, dice.Next(6) == 0, dice.Next(4) == 0, Step(dice, count, dice.Next(2)), Step(dice, count, dice.Next(2))));
        }

        for (var scope = GClass; scope < count; scope++)
        {
            for (var row = dice.Next(scope == GClass ? 3 : 5); row > 0; row--)
            {
                Rows.Add(Row(dice, scope, count));
            }
        }
    }

    /// <summary>The shape of generated code that the table is to get: Direct, Queued or Nested.</summary>
    public string Lane { get; }

    public List<RandomState> States { get; } = [];

    public List<RandomRow> Rows { get; } = [];

    public bool IsComposite(int state) => States.Exists(other => other.Parent == state);

    /// <summary>The state of a level that is entered first.</summary>
    public int StartOf(int parent)
    {
        var level = Enumerable.Range(0, States.Count).Where(state => States[state].Parent == parent).ToList();
        return level.Exists(state => States[state].IsInitial) ? level.First(state => States[state].IsInitial) : level[0];
    }

    private RandomRow Row(Random dice, int scope, int count)
    {
        var isTimeout = scope != GClass && dice.Next(5) == 0;
        var kind = isTimeout ? RowKind.After : dice.Next(6) switch { 0 => RowKind.Ignore, 1 => RowKind.Refuse, _ => RowKind.On };
        var next = kind is RowKind.On or RowKind.After && dice.Next(3) > 0 ? dice.Next(count) : -1;
        return new RandomRow(
            scope, kind, isTimeout ? Tick * dice.Next(1, 5) : dice.Next(Events), kind == RowKind.On && dice.Next(3) == 0 ? dice.Next(3) : -1, next,
            next >= 0 && scope != GClass && dice.Next(4) == 0, kind is RowKind.On or RowKind.After ? Step(dice, count, dice.Next(4)) : null);
    }

    /// <summary>What an action does besides saying that it ran; null is no action.</summary>
    private RandomStep? Step(Random dice, int count, int isThere) => isThere == 0 ? null
        : Lane == "Direct" ? new RandomStep(-1, 0, -1)
        : dice.Next(3) switch
        {
            0 => new RandomStep(dice.Next(Events), dice.Next(8), -1),
            1 when dice.Next(3) == 0 => new RandomStep(-1, 0, dice.Next(count)),
            _ => new RandomStep(-1, 0, -1),
        };
}

internal enum RowKind
{
    On,
    Ignore,
    Refuse,
    After,
}

/// <summary>A state: what is around it, whether its level begins with it, whether it is closed, what runs on entering and leaving.</summary>
internal sealed record RandomState(int Parent, bool IsInitial, bool IsClosed, RandomStep? Enter, RandomStep? Exit);

/// <summary>A row; <see cref="Subject"/> is the event, or the milliseconds of a timeout.</summary>
internal sealed record RandomRow(int Scope, RowKind Kind, int Subject, int Guard, int Next, bool Reenters, RandomStep? Action);

/// <summary>What an action does: it sends an event to its own gobj, or changes the state, or neither (-1).</summary>
internal sealed record RandomStep(int Sends, int Value, int ChangesTo);
