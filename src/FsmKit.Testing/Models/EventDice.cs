using FsmKit.Testing.Models;

namespace FsmKit.Testing;

/// <summary>Chooses the values of events. Each choice is one of the schedule, so that a failure shrinks and replays.</summary>
public sealed class EventDice
{
    private const int Kept = 8;
    private readonly Values _values;
    private readonly Dictionary<Type, List<object>> _seen = [];

    internal EventDice(World world, Values values) => (World, _values) = (world, values);

    /// <summary>The world in which the events happen.</summary>
    public World World { get; }

    /// <summary>Chooses a number from 0 to <paramref name="count"/> - 1; a shrunk failure has the smaller ones.</summary>
    public int Choose(int count) => World.Choose(count);

    /// <summary>Chooses one of several; a shrunk failure has an early one.</summary>
    public T Choose<T>(params ReadOnlySpan<T> several) => World.Choose(several);

    /// <summary>Makes a value of a type as the events get it that are made of their types.</summary>
    /// <exception cref="NotSupportedException">No rule makes a value of the type.</exception>
    public T Any<T>() => (T)_values.Of(typeof(T), isNullable: false)(this)!;

    /// <summary>How many values are being made, each inside of the one before.</summary>
    internal int Depth { get; set; }

    /// <summary>Whether what can be left out is left out, so that a type that holds itself comes to its end.</summary>
    internal bool IsDeep => Depth > 4;

    /// <summary>Makes a value, or takes one that was made before in this schedule: a key that is to fit has to come twice.</summary>
    internal T Again<T>(Func<EventDice, T> make)
        where T : notnull => Choose(3) == 2 && Recall(typeof(T)) is T seen ? seen : Remember(typeof(T), make(this));

    /// <summary>Takes a value that was made before for a type. It is one choice, also where there is none.</summary>
    internal object? Recall(Type type)
    {
        var number = Choose(Kept);
        return _seen.TryGetValue(type, out var seen) ? seen[number % seen.Count] : null;
    }

    /// <summary>Keeps a value for later; only the first few are kept.</summary>
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
