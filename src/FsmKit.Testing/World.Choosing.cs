namespace FsmKit.Testing;

/// <content>Choices that the simulation makes for the system under test.</content>
public sealed partial class World
{
    /// <summary>
    /// Lets the simulation choose a number from 0 to <paramref name="count"/> - 1. When a failure is simplified, small numbers are
    /// preferred.
    /// </summary>
    public int Choose(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return _choices.Value(count);
    }

    /// <summary>Lets the simulation choose true or false. When a failure is simplified, false is preferred.</summary>
    public bool Choose() => _choices.Value(2) == 1;

    /// <summary>Lets the simulation choose one of several values. When a failure is simplified, the first ones are preferred.</summary>
    public T Choose<T>(params ReadOnlySpan<T> several) => several[Choose(several.Length)];

    /// <summary>
    /// Lets the simulation choose whether something with a probability happens. When a failure is simplified, false is preferred.
    /// </summary>
    /// <param name="probability">From 0 (never) to 1 (always).</param>
    public bool Chance(double probability) => _choices.Chance(probability);

    /// <summary>
    /// Lets the simulation choose one of eight times in equal steps from <paramref name="least"/> to <paramref name="most"/>. When a
    /// failure is simplified, early ones are preferred.
    /// </summary>
    public TimeSpan Choose(TimeSpan least, TimeSpan most) => most <= least ? least : least + ((most - least) * Choose(8) / 7);
}
