namespace FsmKit.Testing;

/// <content>Choices of the system under test.</content>
public sealed partial class World
{
    /// <summary>Lets the schedule choose a number from 0 to <paramref name="count"/> - 1. Shrinking prefers small numbers.</summary>
    public int Choose(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return _choices.Value(count);
    }

    /// <summary>Lets the schedule choose true or false. Shrinking prefers false.</summary>
    public bool Choose() => _choices.Value(2) == 1;

    /// <summary>Lets the schedule choose one of several values. Shrinking prefers the first ones.</summary>
    public T Choose<T>(params ReadOnlySpan<T> several) => several[Choose(several.Length)];

    /// <summary>Lets the schedule choose whether something with a probability happens. Shrinking prefers false.</summary>
    /// <param name="probability">From 0 (never) to 1 (always).</param>
    public bool Chance(double probability) => _choices.Chance(probability);

    /// <summary>
    /// Lets the schedule choose one of eight times in equal steps from <paramref name="least"/> to <paramref name="most"/>. Shrinking
    /// prefers early ones.
    /// </summary>
    public TimeSpan Choose(TimeSpan least, TimeSpan most) => most <= least ? least : least + ((most - least) * Choose(8) / 7);
}
