namespace FsmKit.Testing.Choosing;

/// <summary>
/// Follows a plan as far as possible: takes the first planned step whose loop is ready, and the choices of the first planned step of that
/// loop. A changed plan thus keeps the meaning of its other steps, which changed lists of choices do not.
/// </summary>
/// <param name="plan">The steps in their order.</param>
/// <param name="after">Makes the choices after the plan; null for choices that are 0.</param>
internal sealed class PlannedWalk(IReadOnlyList<PlannedStep> plan, Chooser? after = null) : Chooser
{
    private readonly bool[] _isUsed = new bool[plan.Count];
    private List<int>? _values;
    private int? _lane;
    private int _at;
    private int _first;

    public override void Begin()
    {
        after?.Begin();
        Began(PlannedStep.SetUp);
    }

    public override int Pick(ReadOnlySpan<int> ready)
    {
        for (var i = _first; i < plan.Count; i++)
        {
            if (!_isUsed[i] && ready.IndexOf(plan[i].Loop) is >= 0 and var at)
            {
                return at;
            }
        }

        return after?.Pick(ready) ?? 0;
    }

    public override int PickFairly(ReadOnlySpan<int> ready) => Pick(ready);

    public override void Began(int next)
    {
        (_values, _at, _lane) = (null, 0, null);
        for (var i = _first; i < plan.Count; i++)
        {
            if (!_isUsed[i] && plan[i].Loop == next)
            {
                (_isUsed[i], _values, _lane) = (true, plan[i].Values, plan[i].Lane);
                break;
            }
        }

        while (_first < plan.Count && _isUsed[_first])
        {
            _first++;
        }
    }

    public override bool AsksForCauses => true;

    /// <summary>Takes the planned lane; without an event in that lane the first one.</summary>
    public override int Lane(ReadOnlySpan<int> lanes, int count) =>
        _values is null && after is not null ? after.Lane(lanes, count) : _lane is { } lane ? Math.Max(0, lanes.IndexOf(lane)) : 0;

    public override int Value(int count) => _values is null ? after?.Value(count) ?? 0 : Planned(count);

    public override bool Chance(double probability) => _values is null && after is not null ? after.Chance(probability) : Planned(2) == 1;

    private int Planned(int count) => _values is not null && _at < _values.Count ? Math.Min(_values[_at++], count - 1) : 0;
}
