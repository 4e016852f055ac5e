using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>
/// A gclass as it is being written: its model, with what the table says resolved. In a leaf holds what is written on it, on the states around it
/// from the inside outwards, and on the class; a row without a guard ends the list for its event.
/// </summary>
internal sealed class MachinePlan
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

    /// <summary>What the file calls <c>Outcome</c>.</summary>
    public string Outcome => Prefix + Aliases.Outcome;

    /// <summary>What the file calls <c>MachineGate</c>.</summary>
    public string Gate => Prefix + Aliases.Gate;

    /// <summary>The parameter for who sent an event.</summary>
    public string Source => $"{Prefix}{Aliases.GObj}? source";

    /// <summary>The attribute that tells the JIT how to treat a method.</summary>
    public string Compiled(int options, string name) => $"[{Prefix}{Aliases.Compiled}({options} /* {name} */)]";

    /// <summary>The expression for the number of the leaf.</summary>
    public string Leaf => $"base.Gate & {Gate}.State";

    public Lane Lane => _model.Lane;

    public int QueueCapacity => _model.QueueCapacity;

    public bool ChangesState => _model.ChangesState;

    /// <summary>Whether hand-written code calls <c>Invoke</c>.</summary>
    public bool StartsWork => _model.StartsWork;

    /// <summary>Whether there is asynchronous work whose end is an event.</summary>
    public bool Invokes => StartsWork || States.Any(static state => state.Invocations.Count > 0);

    /// <summary>Whether snapshots of it can be taken.</summary>
    public bool KeepsSnapshots => _model.Snapshot is not null;

    /// <summary>
    /// Whether entering or leaving any state does something, or has an end that must be known: rows without an event wait for the transition that is under
    /// way when an event is nested in its action.
    /// </summary>
    public bool HasLife { get; }

    /// <summary>Whether any row keeps its event for later in any leaf.</summary>
    public bool Defers { get; }

    /// <summary>Whether the machine can come to its end.</summary>
    public bool Finishes { get; }

    /// <summary>Whether any composite has rows for its completion that can be taken.</summary>
    public bool Completes { get; }

    /// <summary>Whether there are rows that are asked when a transition is through.</summary>
    public bool HasFollowing { get; }

    /// <summary>Whether events are kept until the gobj is free.</summary>
    public bool KeepsEvents => Lane == Lane.Queued && Inputs.Any(static input => !input.IsBorrowed);

    public IReadOnlyList<StateModel> States => _model.States;

    /// <summary>Which states are inside which.</summary>
    public StateTree Tree { get; }

    /// <summary>The states in which the machine can be, in the order of their numbers.</summary>
    public IReadOnlyList<int> Leaves => Tree.Leaves;

    public IReadOnlyList<EventModel> Inputs => _model.Inputs;

    /// <summary>The rows as they hold in the leaves.</summary>
    public IReadOnlyList<PlannedRow> Rows => _rows;

    /// <summary>The rows and those that stand for them where they lead to a history.</summary>
    public IEnumerable<PlannedRow> RowsAndChoices => _rows.SelectMany(static row => row.Choices.Select(static choice => choice.Row).Prepend(row));

    /// <summary>The rows as they are written.</summary>
    public IReadOnlyList<RowModel> Sites => _model.Rows;

    /// <summary>Whether each row is written once and holds in one leaf, so that both have one number.</summary>
    public bool RowsAreSites { get; }

    /// <summary>What the methods of rows and guards are called.</summary>
    public MethodNames Names { get; }

    /// <summary>Whether a member for the author's use is written.</summary>
    public bool Has(string member) => _model.Has(member);

    /// <summary>The leaf of a number.</summary>
    public StateModel LeafAt(int leaf) => _model.States[Tree.Leaves[leaf]];

    /// <summary>The rows of a leaf for an input, in the order in which they are tried.</summary>
    public IReadOnlyList<PlannedRow> RowsOf(int leaf, int input) => _ofLeafAndInput.TryGetValue((leaf, input), out var rows) ? rows : None;

    /// <summary>The rows of all leaves for an input.</summary>
    public IReadOnlyList<PlannedRow> RowsOf(int input) => _ofInput[input];

    /// <summary>The timeouts that run in a leaf, those of the outermost state first.</summary>
    public IReadOnlyList<PlannedRow> TimeoutRowsOf(int leaf) => _timeoutRows[leaf];

    /// <summary>The rows of a leaf that are asked when a transition is through, in their order.</summary>
    public IReadOnlyList<PlannedRow> AlwaysOf(int leaf) => _always[leaf];

    /// <summary>The rows that are asked when entering the leaf has completed the composite around it.</summary>
    public IReadOnlyList<PlannedRow> DoneOf(int leaf) => _done[leaf];

    /// <summary>Whether entering the state completes a composite that has rows for that.</summary>
    public bool IsCompleting(int state) => States[state].Kind == StateKind.Final && _done[Tree.RangeOf(state).First].Count > 0;

    /// <summary>Whether rows can follow a row without an event.</summary>
    public bool Follows(PlannedRow row)
    {
        if (row.Row.IsFollowing || !HasFollowing)
        {
            return false;
        }

        var leaf = row.Moves ? row.To : row.Leaf;
        return ChangesState || Lane == Lane.Nested || _always[leaf].Count + _done[leaf].Count > 0;
    }

    /// <summary>The written rows of a state that are timeouts.</summary>
    public IReadOnlyList<int> TimeoutsOf(int state) => _timeouts[state];

    /// <summary>The timeouts of silence that begin anew when a row takes its event: those of the states that the row does not leave.</summary>
    public IEnumerable<int> SilencesOf(PlannedRow row) =>
        _hasSilences && row.Row.Answer.TakesEvent()
            ? row.Stays.SelectMany(TimeoutsOf).Where(site => Sites[site].Answer == AnswerKind.Idle)
            : [];

    /// <summary>Which timer the first timeout of a state has: those of the states around it are running too.</summary>
    public int FirstTimerOf(int state)
    {
        var first = 0;
        for (var around = States[state].Parent; around >= 0; around = States[around].Parent)
        {
            first += _timeouts[around].Count;
        }

        return first;
    }

    /// <summary>Whether a guard that is asked about an input can do more than answer.</summary>
    public bool GuardsLeadBack(int input) => _guardsLeadBack[input];

    /// <summary>The same of the event or timeout that a row is for.</summary>
    public bool GuardsLeadBack(RowModel row) =>
        row.IsTimeout ? _timeoutGuardsLeadBack : row.Input < 0 ? row.GuardLeadsBack : _guardsLeadBack[row.Input];

    private static List<T>[] Lists<T>(int count)
    {
        var lists = new List<T>[count];
        for (var i = 0; i < count; i++)
        {
            lists[i] = [];
        }

        return lists;
    }

    private void Resolve()
    {
        var byScope = new Dictionary<(int Scope, int Input), List<int>>();
        for (var site = 0; site < _model.Rows.Count; site++)
        {
            var row = _model.Rows[site];
            if (row.IsTimeout)
            {
                _timeouts[row.Scope].Add(site);
                _timeoutGuardsLeadBack |= row.GuardLeadsBack;
                _hasSilences |= row.Answer == AnswerKind.Idle;
            }
            else if (row.IsFollowing)
            {
                continue;
            }
            else if (byScope.TryGetValue((row.Scope, row.Input), out var sites))
            {
                sites.Add(site);
            }
            else
            {
                byScope.Add((row.Scope, row.Input), [site]);
            }
        }

        for (var leaf = 0; leaf < Tree.Leaves.Count; leaf++)
        {
            var path = Tree.PathOfLeaf(leaf);
            for (var input = 0; input < _model.Inputs.Count; input++)
            {
                Resolve(leaf, input, [.. path.Reverse(), RowModel.GClass], byScope);
            }

            _timeoutRows[leaf].AddRange(path.SelectMany(state => _timeouts[state]).Select(site => Plan(site, leaf)));
            if (LeafAt(leaf) is { Kind: StateKind.Final, Parent: var completed })
            {
                if (completed < 0)
                {
                    // The machine has come to its end: nothing follows, whatever stands on the class.
                    continue;
                }

                ResolveFollowing(_done[leaf], leaf, AnswerKind.Done, completed);
            }

            foreach (var scope in path.Reverse().Append(RowModel.GClass))
            {
                ResolveFollowing(_always[leaf], leaf, AnswerKind.Always, scope);
            }
        }
    }

    private void ResolveFollowing(List<PlannedRow> rows, int leaf, AnswerKind answer, int scope)
    {
        for (var site = 0; site < _model.Rows.Count; site++)
        {
            // A row without a guard ends the list.
            if (_model.Rows[site] is var row && row.Answer == answer && row.Scope == scope && (rows.Count == 0 || rows[rows.Count - 1].Row.Guard is not null))
            {
                rows.Add(Plan(site, leaf));
            }
        }
    }

    private void Resolve(int leaf, int input, IEnumerable<int> scopes, Dictionary<(int Scope, int Input), List<int>> byScope)
    {
        foreach (var scope in scopes)
        {
            foreach (var site in byScope.TryGetValue((scope, input), out var sites) ? sites : [])
            {
                var row = Plan(site, leaf);
                if (!_ofLeafAndInput.TryGetValue((leaf, input), out var rows))
                {
                    _ofLeafAndInput.Add((leaf, input), rows = []);
                }

                rows.Add(row);
                _ofInput[input].Add(row);
                _guardsLeadBack[input] |= row.Row.GuardLeadsBack;
                if (row.Row.Guard is null)
                {
                    return;
                }
            }
        }
    }

    private PlannedRow Plan(int site, int leaf)
    {
        var model = _model.Rows[site];
        var history = model.Next >= 0 && States[model.Next].IsHistory ? States[model.Next] : null;
        var row = new PlannedRow(Tree, _numbers++, model, site, leaf, history?.Default ?? model.Next);
        _rows.Add(row);
        if (history is not null)
        {
            row.Choices =
            [
                .. Tree.ChoicesOf(model.Next).Select(choice =>
                    (choice.First, choice.Last, new PlannedRow(Tree, _numbers++, model, site, leaf, choice.Target))),
            ];
        }

        return row;
    }
}
