using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>
/// Plan of a gclass for the emitters: its model with the table resolved. In a leaf hold the rows of the leaf, of the states around it from
/// the inside outwards, and of the class. A row without a guard ends the list for its event.
/// </summary>
internal sealed partial class MachinePlan
{
    private static readonly PlannedRow[] None = [];
    private readonly MachineModel _model;
    private readonly Dictionary<(int Leaf, int Input), List<PlannedRow>> _ofLeafAndInput = [];
    private readonly List<PlannedRow>[] _ofInput;
    private readonly List<PlannedRow>[] _timeoutRows;
    private readonly List<PlannedRow>[] _always;
    private readonly List<PlannedRow>[] _done;
    private readonly List<int>[] _timeouts;
    private readonly bool[] _guardsLeadBack;
    private readonly List<PlannedRow> _rows = [];
    private int _numbers;
    private bool _timeoutGuardsLeadBack;
    private bool _hasSilences;

    public MachinePlan(MachineModel model)
    {
        _model = model;
        Tree = new StateTree(model.States, model.Start);
        _ofInput = Lists<PlannedRow>(model.Inputs.Count);
        _timeoutRows = Lists<PlannedRow>(Tree.Leaves.Count);
        _always = Lists<PlannedRow>(Tree.Leaves.Count);
        _done = Lists<PlannedRow>(Tree.Leaves.Count);
        _timeouts = Lists<int>(model.States.Count);
        _guardsLeadBack = new bool[model.Inputs.Count];
        Finishes = model.States.Any(static state => state is { Kind: StateKind.Final, Parent: < 0 });
        Resolve();
        Defers = _rows.Exists(static row => row.Row.Answer == AnswerKind.Defer);
        Completes = _done.Any(static rows => rows.Count > 0);
        HasFollowing = Completes || _always.Any(static rows => rows.Count > 0);
        HasLife = model.HasLife || (HasFollowing && Lane == Lane.Nested);
        RowsAreSites = _rows.TrueForAll(static row => row.Site == row.Number);
        Names = new MethodNames(this);
    }

    public string Prefix => _model.Prefix;

    /// <summary>Name of <c>Outcome</c> in the generated file.</summary>
    public string Outcome => Prefix + Aliases.Outcome;

    /// <summary>Name of <c>MachineGate</c> in the generated file.</summary>
    public string Gate => Prefix + Aliases.Gate;

    /// <summary>Parameter for the sender of an event.</summary>
    public string Source => $"{Prefix}{Aliases.GObj}? source";

    /// <summary>Returns the attribute that tells the JIT how to compile a method.</summary>
    public string Compiled(int options, string name) => $"[{Prefix}{Aliases.Compiled}({options} /* {name} */)]";

    /// <summary>Expression for the number of the leaf.</summary>
    public string Leaf => $"base.Gate & {Gate}.State";

    public Lane Lane => _model.Lane;

    public int QueueCapacity => _model.QueueCapacity;

    public bool ChangesState => _model.ChangesState;

    /// <summary>Whether hand-written code calls <c>Invoke</c>.</summary>
    public bool StartsWork => _model.StartsWork;

    /// <summary>Whether there is asynchronous work whose end is an event.</summary>
    public bool Invokes => StartsWork || States.Any(static state => state.Invocations.Count > 0);

    /// <summary>Whether the gclass takes snapshots.</summary>
    public bool KeepsSnapshots => _model.Snapshot is not null;

    /// <summary>
    /// Whether entering or leaving a state runs any step, or the end of a transition must be known. Rows without an event, for example,
    /// wait for the outer transition when an event is handled inside its action.
    /// </summary>
    public bool HasLife { get; }

    /// <summary>Whether any row defers its event in any leaf.</summary>
    public bool Defers { get; }

    /// <summary>Whether the machine has a final state at the top.</summary>
    public bool Finishes { get; }

    /// <summary>Whether any composite has Done rows that can be taken.</summary>
    public bool Completes { get; }

    /// <summary>Whether there are rows without an event, which are tried after a transition.</summary>
    public bool HasFollowing { get; }

    /// <summary>Whether events are kept until the gobj is free.</summary>
    public bool KeepsEvents => Lane == Lane.Queued && Inputs.Any(static input => !input.IsBorrowed);

    public IReadOnlyList<StateModel> States => _model.States;

    /// <summary>The nesting of the states.</summary>
    public StateTree Tree { get; }

    /// <summary>The leaves, as indices of states in the order of their numbers.</summary>
    public IReadOnlyList<int> Leaves => Tree.Leaves;

    public IReadOnlyList<EventModel> Inputs => _model.Inputs;

    /// <summary>The rows as they hold in each leaf.</summary>
    public IReadOnlyList<PlannedRow> Rows => _rows;

    /// <summary>The rows, and the rows that replace them when they lead to a history.</summary>
    public IEnumerable<PlannedRow> RowsAndChoices => _rows.SelectMany(static row => row.Choices.Select(static choice => choice.Row).Prepend(row));

    /// <summary>The rows as written in the table.</summary>
    public IReadOnlyList<RowModel> Sites => _model.Rows;

    /// <summary>Whether each row is written once and holds in one leaf, so that both numberings agree.</summary>
    public bool RowsAreSites { get; }

    /// <summary>Names of the methods of rows and guards.</summary>
    public MethodNames Names { get; }

    /// <summary>Whether a generated member for use by the author is written.</summary>
    public bool Has(string member) => _model.Has(member);

    /// <summary>Returns the state of a leaf number.</summary>
    public StateModel LeafAt(int leaf) => _model.States[Tree.Leaves[leaf]];

    /// <summary>Returns the rows of a leaf for an input, in the order in which they are tried.</summary>
    public IReadOnlyList<PlannedRow> RowsOf(int leaf, int input) => _ofLeafAndInput.TryGetValue((leaf, input), out var rows) ? rows : None;

    /// <summary>Returns the rows of all leaves for an input.</summary>
    public IReadOnlyList<PlannedRow> RowsOf(int input) => _ofInput[input];

    /// <summary>Returns the timeouts that run in a leaf, those of the outermost state first.</summary>
    public IReadOnlyList<PlannedRow> TimeoutRowsOf(int leaf) => _timeoutRows[leaf];

    /// <summary>Returns the Always rows of a leaf, which are tried after a transition, in order.</summary>
    public IReadOnlyList<PlannedRow> AlwaysOf(int leaf) => _always[leaf];

    /// <summary>Returns the Done rows that are tried when entry of the leaf has completed the composite around it.</summary>
    public IReadOnlyList<PlannedRow> DoneOf(int leaf) => _done[leaf];

    /// <summary>Whether entering the state completes a composite with Done rows.</summary>
    public bool IsCompleting(int state) => States[state].Kind == StateKind.Final && _done[Tree.RangeOf(state).First].Count > 0;

    /// <summary>Whether rows without an event can follow a row.</summary>
    public bool Follows(PlannedRow row)
    {
        if (row.Row.IsFollowing || !HasFollowing)
        {
            return false;
        }

        var leaf = row.Moves ? row.To : row.Leaf;
        return ChangesState || Lane == Lane.Nested || _always[leaf].Count + _done[leaf].Count > 0;
    }

    /// <summary>Returns the written rows of a state that are timeouts.</summary>
    public IReadOnlyList<int> TimeoutsOf(int state) => _timeouts[state];

    /// <summary>
    /// Returns the timeouts of silence that restart when a row handles its event: those of states that the row does not leave.
    /// </summary>
    public IEnumerable<int> SilencesOf(PlannedRow row) =>
        _hasSilences && row.Row.Answer.TakesEvent()
            ? row.Stays.SelectMany(TimeoutsOf).Where(site => Sites[site].Answer == AnswerKind.Idle)
            : [];

    /// <summary>
    /// Returns the number of the timer for the first timeout of a state. The timeouts of the states around it use the numbers before.
    /// </summary>
    public int FirstTimerOf(int state)
    {
        var first = 0;
        for (var around = States[state].Parent; around >= 0; around = States[around].Parent)
        {
            first += _timeouts[around].Count;
        }

        return first;
    }

    /// <summary>Whether a guard that is evaluated for an input may lead back to the gobj.</summary>
    public bool GuardsLeadBack(int input) => _guardsLeadBack[input];

    /// <summary>Whether a guard that is evaluated for the event or timeout of a row may lead back to the gobj.</summary>
    public bool GuardsLeadBack(RowModel row) =>
        row.IsTimeout ? _timeoutGuardsLeadBack : row.Input < 0 ? row.GuardLeadsBack : _guardsLeadBack[row.Input];
}
