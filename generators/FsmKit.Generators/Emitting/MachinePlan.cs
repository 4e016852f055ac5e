using FsmKit.Generators.Model;

namespace FsmKit.Generators.Emitting;

/// <summary>A gclass as it is being written: its model, and which rows there are for what, found once instead of in each question.</summary>
internal sealed class MachinePlan
{
    private static readonly int[] None = [];
    private readonly MachineModel _model;
    private readonly Dictionary<(int State, int Input), List<int>> _ofStateAndInput = [];
    private readonly List<int>[] _ofInput;
    private readonly List<int>[] _timeouts;
    private readonly bool[] _guardsLeadBack;
    private bool _timeoutGuardsLeadBack;

    public MachinePlan(MachineModel model)
    {
        _model = model;
        _ofInput = Lists(model.Inputs.Count);
        _timeouts = Lists(model.States.Count);
        _guardsLeadBack = new bool[model.Inputs.Count];
        HasLife = model.HasLife;
        for (var index = 0; index < model.Rows.Count; index++)
        {
            Sort(index, model.Rows[index]);
        }

        Names = new MethodNames(this);
    }

    public string Prefix => _model.Prefix;

    public Lane Lane => _model.Lane;

    public int QueueCapacity => _model.QueueCapacity;

    public bool ChangesState => _model.ChangesState;

    /// <summary>Whether entering or leaving any state calls something.</summary>
    public bool HasLife { get; }

    public IReadOnlyList<StateModel> States => _model.States;

    public IReadOnlyList<EventModel> Inputs => _model.Inputs;

    public IReadOnlyList<RowModel> Rows => _model.Rows;

    /// <summary>What the methods of rows and guards are called.</summary>
    public MethodNames Names { get; }

    /// <summary>Whether a member for the author's use is written.</summary>
    public bool Has(string member) => _model.Has(member);

    /// <summary>The rows of a state for an input, in the order in which they are tried.</summary>
    public IReadOnlyList<int> RowsOf(int state, int input) => _ofStateAndInput.TryGetValue((state, input), out var rows) ? rows : None;

    /// <summary>The rows of all states for an input.</summary>
    public IReadOnlyList<int> RowsOf(int input) => _ofInput[input];

    /// <summary>The rows of a state that are timeouts.</summary>
    public IReadOnlyList<int> TimeoutsOf(int state) => _timeouts[state];

    /// <summary>Whether a guard that is asked about an input can do more than answer.</summary>
    public bool GuardsLeadBack(int input) => _guardsLeadBack[input];

    /// <summary>The same of the event or timeout that a row is for.</summary>
    public bool GuardsLeadBack(RowModel row) => row.IsTimeout ? _timeoutGuardsLeadBack : _guardsLeadBack[row.Input];

    private static List<int>[] Lists(int count)
    {
        var lists = new List<int>[count];
        for (var i = 0; i < count; i++)
        {
            lists[i] = [];
        }

        return lists;
    }

    private void Sort(int index, RowModel row)
    {
        if (row.IsTimeout)
        {
            _timeouts[row.State].Add(index);
            _timeoutGuardsLeadBack |= row.GuardLeadsBack;
            return;
        }

        if (!_ofStateAndInput.TryGetValue((row.State, row.Input), out var rows))
        {
            _ofStateAndInput.Add((row.State, row.Input), rows = []);
        }

        rows.Add(index);
        _ofInput[row.Input].Add(index);
        _guardsLeadBack[row.Input] |= row.GuardLeadsBack;
    }
}
