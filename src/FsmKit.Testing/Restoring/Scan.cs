using FsmKit.Testing.Fingerprints;

namespace FsmKit.Testing.Restoring;

/// <summary>Visits all objects that are reachable from some roots, and lists those to be set back.</summary>
internal sealed class Scan
{
    private readonly TypeMap<Plan> _plans = new(Plans.Of);
    private readonly ObjectTable _met = new();
    private (object Value, Plan Plan)[] _todo = new (object, Plan)[64];
    private int _left;

    /// <summary>Objects that a world may change, created by the set-up or a step.</summary>
    public List<(object Value, Plan Plan)> Kept { get; } = [];

    /// <summary>Objects that a world may change, created before the world.</summary>
    public List<(object Value, Plan Plan)> Outside { get; } = [];

    /// <summary>Reason why the objects cannot be set back; null when they can.</summary>
    public string? Refused { get; private set; }

    /// <summary>True when the scan met the world itself, from which everything is reachable.</summary>
    public bool MeetsWorld { get; private set; }

    /// <summary>True when the scan also visits the world and its clocks.</summary>
    public bool IsWhole { get; private set; }

    public void Begin(bool isWhole)
    {
        IsWhole = isWhole;
        _met.Clear();
        Kept.Clear();
        Outside.Clear();
        (_left, Refused, MeetsWorld) = (0, null, false);
    }

    /// <summary>Adds an object for <see cref="Run"/> to visit.</summary>
    public void Add(object? value)
    {
        if (value is null)
        {
            return;
        }

        var plan = _plans.Of(value);
        if (plan.Kind == PlanKind.Fixed || !_met.Add(value, out _))
        {
            return;
        }

        if (_left == _todo.Length)
        {
            Array.Resize(ref _todo, _left * 2);
        }

        _todo[_left++] = (value, plan);
    }

    /// <summary>Visits all added objects and all objects behind them.</summary>
    /// <param name="outside">Objects created before the world; null for none.</param>
    /// <param name="goesOn">True to skip objects that cannot be set back. Default false: the scan ends at the first one.</param>
    /// <param name="most">Number of objects after which the scan ends.</param>
    public void Run(ObjectTable? outside = null, bool goesOn = false, int most = int.MaxValue)
    {
        while (_left > 0 && Kept.Count < most)
        {
            var (value, plan) = _todo[--_left];
            if (plan.Kind == PlanKind.Refused)
            {
                Refused ??= plan.Why;
                if (!goesOn)
                {
                    return;
                }

                continue;
            }

            if (plan.Kind == PlanKind.OfWorld && !IsWhole)
            {
                MeetsWorld |= value is World;
                continue;
            }

            if (value is Array { Length: 0 })
            {
                continue; // All empty collections may share one array.
            }

            if (plan.Kind != PlanKind.Walked)
            {
                (outside?.Contains(value) == true ? Outside : Kept).Add((value, plan));
            }

            plan.Visit?.Invoke(this, value);
        }
    }
}
