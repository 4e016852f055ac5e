using FsmKit.Testing.Fingerprints;

namespace FsmKit.Testing.Restoring;

/// <summary>
/// Objects that existed before the worlds and that the set-up can reach. Worlds share them, so setting a world back must not write into
/// them. This has no effect as long as no schedule changes them.
/// </summary>
internal sealed class Captured
{
    private const int Most = 10_000;
    private readonly ObjectTable _known = new();
    private readonly List<(object Value, object Copy, Plan Plan)> _used = [];

    public Captured(Action<World> setUp, Scan scan)
    {
        scan.Begin(isWhole: true);
        scan.Add(setUp);
        scan.Run(goesOn: true, most: Most);
        IsTooLarge = scan.Kept.Count >= Most;
        scan.Kept.ForEach(one => Objects.Add(one.Value, out _));
    }

    /// <summary>True when there are more objects than the scan visits.</summary>
    public bool IsTooLarge { get; }

    /// <summary>All captured objects.</summary>
    public ObjectTable Objects { get; } = new();

    /// <summary>Adds captured objects that a world can reach.</summary>
    public void Note(List<(object Value, Plan Plan)> used)
    {
        foreach (var (value, plan) in used)
        {
            if (_known.Add(value, out _))
            {
                _used.Add((value, plan.Copy!(value), plan));
            }
        }
    }

    /// <summary>Returns the type of a captured object that has changed; null when none has.</summary>
    public Type? Changed()
    {
        foreach (var (value, copy, plan) in _used)
        {
            if (!plan.IsSame!(value, copy))
            {
                return value.GetType();
            }
        }

        return null;
    }
}
