namespace FsmKit.Testing.Choosing;

/// <summary>
/// Repeats choices. A missing choice is 0, and one that is too large is the largest possible, so that shortened choices still give a
/// schedule.
/// </summary>
internal sealed class Repetition(Choices choices) : Chooser
{
    private int _picks;
    private int _values;

    public override int Pick(ReadOnlySpan<int> ready) => Next(choices.Picks, ref _picks, ready.Length);

    public override int Value(int count) => Next(choices.Values, ref _values, count);

    public override int PickFairly(ReadOnlySpan<int> ready) => Pick(ready);

    public override bool Chance(double probability) => Value(2) == 1;

    private static int Next(IReadOnlyList<int> list, ref int at, int count) => at < list.Count ? Math.Min(list[at++], count - 1) : 0;
}
