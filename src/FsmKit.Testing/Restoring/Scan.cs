using FsmKit.Testing.Fingerprints;

namespace FsmKit.Testing.Restoring;

/// <summary>Visits all objects that can be reached from some roots, and lists those that are to be set back.</summary>
internal sealed class Scan
{
    private readonly TypeMap<Plan> _plans = new(Plans.Of);
    private readonly ObjectTable _met = new();
    private (object Value, Plan Plan)[] _todo = new (object, Plan)[64];
    private int _left;

    /// <summary>Objects that a world may change and that the set-up, or a step, has made.</summary>
    public List<(object Value, Plan Plan)> Kept { get; } = [];

    /// <summary>Objects that a world may change and that were there before the world.</summary>
    public List<(object Value, Plan Plan)> Outside { get; } = [];

    /// <summary>Reason why the objects cannot be set back; null when they can.</summary>
    public string? Refused { get; private set; }

    /// <summary>Tells whether the world itself was met, from which everything can be reached.</summary>
    public bool MeetsWorld { get; private set; }

    /// <summary>Tells whether the world and its clocks are visited too.</summary>
    public bool IsWhole { get; private set; }

    public void Begin(bool isWhole)
    {
        IsWhole = isWhole;
        _met.Clear();
        Kept.Clear();
        Outside.Clear();
        (_left, Refused, MeetsWorld) = (0, null, false);
    }

    /// <summary>Adds an object, which <see cref="Run"/> visits.</summary>
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

    /// <summary>Visits all objects that were added, and all objects behind them.</summary>
    /// <param name="outside">Objects that were there before the world; null for none.</param>
    /// <param name="goesOn">Passes by objects that cannot be set back.</param>
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
                continue; // All collections that are empty may share one.
            }

            if (plan.Kind != PlanKind.Walked)
            {
                (outside?.Contains(value) == true ? Outside : Kept).Add((value, plan));
            }

            plan.Visit?.Invoke(this, value);
        }
    }
}
