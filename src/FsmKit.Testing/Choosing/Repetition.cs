namespace FsmKit.Testing.Choosing;

/// <summary>Repeats choices. Those that are missing are 0, and one that is too large is the largest there is: choices that were shortened lead somewhere, too.</summary>
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
