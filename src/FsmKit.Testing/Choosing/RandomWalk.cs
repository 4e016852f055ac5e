namespace FsmKit.Testing.Choosing;

/// <summary>Makes each choice at random, with equal probability. See <see cref="Strategy.Random"/>.</summary>
internal sealed class RandomWalk(ulong seed) : Chooser
{
    private Dice _dice = new(seed);

    public override int Pick(ReadOnlySpan<int> ready) => _dice.Next(ready.Length);

    public override int Value(int count) => _dice.Next(count);
}
