using FsmKit.Testing.Models;

namespace FsmKit.Testing;

/// <summary>
/// Chooses the values of events for a <see cref="MachineTest"/>. The choices are recorded, so that a failure can be replayed and shortened.
/// </summary>
public sealed class EventDice
{
    private const int Kept = 8;
    private readonly Values _values;
    private readonly Dictionary<Type, List<object>> _seen = [];

    internal EventDice(World world, Values values) => (World, _values) = (world, values);

    /// <summary>The world of the tested gobj.</summary>
    public World World { get; }

    /// <summary>
    /// Chooses a number from 0 to <paramref name="count"/> - 1. When a failure is simplified, small numbers are preferred.
    /// </summary>
    public int Choose(int count) => World.Choose(count);

    /// <summary>Chooses one of several values. When a failure is simplified, the first ones are preferred.</summary>
    public T Choose<T>(params ReadOnlySpan<T> several) => World.Choose(several);

    /// <summary>
    /// Creates a value of a type as the test does for the parts of events: by the function of <see cref="MachineTestOptions{T}.Generate"/>,
    /// or by the type.
    /// </summary>
    /// <exception cref="NotSupportedException">There is no such function for the type, and no value can be created by the type.</exception>
    public T Any<T>() => (T)_values.Of(typeof(T), isNullable: false)(this)!;

    /// <summary>Number of values that are being created, each inside of the one before.</summary>
    internal int Depth { get; set; }

    /// <summary>True to leave out optional parts and items, so that the creation of a recursive type ends.</summary>
    internal bool IsDeep => Depth > 4;

    /// <summary>Creates a value, or repeats one of this schedule. Keys have to come twice to match.</summary>
    internal T Again<T>(Func<EventDice, T> make)
        where T : notnull => Choose(3) == 2 && Recall(typeof(T)) is T seen ? seen : Remember(typeof(T), make(this));

    /// <summary>Returns an earlier value of a type, or null without one. In both cases this is one choice of the schedule.</summary>
    internal object? Recall(Type type)
    {
        var number = Choose(Kept);
        return _seen.TryGetValue(type, out var seen) ? seen[number % seen.Count] : null;
    }

    /// <summary>Keeps a value for <see cref="Recall"/>. Only the first eight different values of a type are kept.</summary>
    internal T Remember<T>(Type type, T value)
        where T : notnull
    {
        if (!_seen.TryGetValue(type, out var seen))
        {
            _seen.Add(type, seen = new List<object>(Kept));
        }

        if (seen.Count < Kept && !seen.Contains(value))
        {
            seen.Add(value);
        }

        return value;
    }
}
