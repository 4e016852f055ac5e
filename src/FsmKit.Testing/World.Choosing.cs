namespace FsmKit.Testing;

/// <content>What the schedule decides where the system asks.</content>
public sealed partial class World
{
    /// <summary>Lets the schedule choose a number from 0 to <paramref name="count"/> - 1; a shrunk failure has the smaller ones.</summary>
    public int Choose(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return _choices.Value(count);
    }

    /// <summary>Lets the schedule choose; a shrunk failure has false where it can.</summary>
    public bool Choose() => _choices.Value(2) == 1;

    /// <summary>Lets the schedule choose one of several; a shrunk failure has an early one.</summary>
    public T Choose<T>(params ReadOnlySpan<T> several) => several[Choose(several.Length)];

    /// <summary>Lets the schedule choose whether something happens that has a probability; a shrunk failure has false where it can.</summary>
    /// <param name="probability">From 0 (never) to 1 (always).</param>
    public bool Chance(double probability) => _choices.Chance(probability);

    /// <summary>Lets the schedule choose a time: one of eight moments in equal steps from <paramref name="least"/> to <paramref name="most"/>; a shrunk failure has an early one.</summary>
    public TimeSpan Choose(TimeSpan least, TimeSpan most) => most <= least ? least : least + ((most - least) * Choose(8) / 7);
}
