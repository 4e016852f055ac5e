namespace FsmKit.Generators.Tests;

/// <summary>A random table as data.</summary>
internal sealed class RandomMachine
{
    public const int Events = 4;
    public const int GClass = -1;

    public RandomMachine(Random dice, string lane)
    {
        Lane = lane;
        var count = dice.Next(1, 9);
        for (var state = 0; state < count; state++)
        {
            States.Add(State(dice, count));
        }

        for (var state = 0; state < count; state++)
        {
            // A composite has more inside than a place to go to.
            if (States[state].IsHistory && !IsComposite(States[state].Parent))
            {
                States[state] = States[state] with { Kind = StateKind.Ordinary };
            }
        }

        for (var state = 0; state < count; state++)
        {
            if (States[state].IsHistory && dice.Next(2) == 0)
            {
                var inside = Enumerable.Range(0, count).Where(other => !States[other].IsHistory && IsInside(other, States[state].Parent)).ToList();
                States[state] = States[state] with { Default = inside[dice.Next(inside.Count)] };
            }
        }

        for (var scope = GClass; scope < count; scope++)
        {
            for (var row = scope == GClass || States[scope].Kind == StateKind.Ordinary ? dice.Next(scope == GClass ? 3 : 5) : 0; row > 0; row--)
            {
                Rows.Add(Row(dice, scope, count));
            }
        }
    }

    /// <summary>The shape of generated code that the table is to get: Direct, Queued or Nested.</summary>
    public string Lane { get; }

    public List<RandomState> States { get; } = [];

    public List<RandomRow> Rows { get; } = [];

    public bool IsComposite(int state) => States.Exists(other => other.Parent == state && !other.IsHistory);

    /// <summary>Whether a state is inside another one, however deep.</summary>
    public bool IsInside(int state, int other) => state >= 0 && (States[state].Parent == other || IsInside(States[state].Parent, other));

    /// <summary>The state of a level that is entered first.</summary>
    public int StartOf(int parent)
    {
        var level = Enumerable.Range(0, States.Count).Where(state => States[state].Parent == parent && !States[state].IsHistory).ToList();
        return level.Exists(state => States[state].IsInitial) ? level.First(state => States[state].IsInitial) : level[0];
    }

    /// <summary>The first one is ordinary, so that the machine has one to begin in.</summary>
    private RandomState State(Random dice, int count)
    {
        var around = Enumerable.Range(0, States.Count).Where(state => States[state].Kind == StateKind.Ordinary).ToList();
        var parent = around.Count > 0 && dice.Next(2) == 0 ? around[dice.Next(around.Count)] : -1;
        var kind = States.Count == 0 ? StateKind.Ordinary
            : parent >= 0 && dice.Next(6) == 0 ? dice.Next(2) == 0 ? StateKind.History : StateKind.DeepHistory
            : dice.Next(parent >= 0 ? 5 : 12) == 0 ? StateKind.Final
            : StateKind.Ordinary;
        return kind is StateKind.History or StateKind.DeepHistory
            ? new RandomState(parent, false, false, null, null) { Kind = kind }
            : new RandomState(parent, dice.Next(6) == 0, dice.Next(4) == 0 && kind == StateKind.Ordinary, Step(dice, count, dice.Next(2)), Step(dice, count, dice.Next(2)))
            {
                Kind = kind,
            };
    }

    private RandomRow Row(Random dice, int scope, int count)
    {
        var kind = (scope == GClass ? dice.Next(9) : dice.Next(13)) switch
        {
            0 => RowKind.Ignore,
            1 => RowKind.Refuse,
            2 => Lane == "Nested" ? RowKind.On : RowKind.Defer,
            3 => RowKind.Always,
            9 => RowKind.Done,
            10 => RowKind.Idle,
            > 10 => RowKind.After,
            _ => RowKind.On,
        };
        var isTimeout = kind is RowKind.After or RowKind.Idle;
        var acts = kind is not (RowKind.Ignore or RowKind.Refuse or RowKind.Defer);
        var next = acts && dice.Next(3) > 0 ? dice.Next(count) : -1;
        var isGuarded = kind is RowKind.Always ? dice.Next(8) > 0 : acts && !isTimeout && dice.Next(3) == 0;
        return new RandomRow(
            scope, kind, isTimeout ? RandomStory.Tick * dice.Next(1, 5) : kind is RowKind.Always or RowKind.Done ? -1 : dice.Next(Events), isGuarded ? dice.Next(3) : -1, next,
            next >= 0 && scope != GClass && dice.Next(4) == 0, acts ? Step(dice, count, dice.Next(4)) : null);
    }

    /// <summary>Makes the work of an action, beside its note that it ran; null is no action.</summary>
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
    Defer,
    After,
    Idle,
    Always,
    Done,
}

/// <summary>A state: its parent, whether its level begins with it, whether it is closed, and its entry and exit actions.</summary>
internal sealed record RandomState(int Parent, bool IsInitial, bool IsClosed, RandomStep? Enter, RandomStep? Exit)
{
    public StateKind Kind { get; init; }

    /// <summary>Default state of a history; -1 for none.</summary>
    public int Default { get; init; } = -1;

    public bool IsHistory => Kind is StateKind.History or StateKind.DeepHistory;
}

/// <summary>A row; <see cref="Subject"/> is the event, or the milliseconds of a timeout; -1 without either.</summary>
internal sealed record RandomRow(int Scope, RowKind Kind, int Subject, int Guard, int Next, bool Reenters, RandomStep? Action)
{
    public bool IsTimeout => Kind is RowKind.After or RowKind.Idle;
}

/// <summary>Work of an action: an event to its own gobj, or a change of the state, or neither (-1).</summary>
internal sealed record RandomStep(int Sends, int Value, int ChangesTo);
