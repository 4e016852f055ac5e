namespace FsmKit.Testing.Choosing;

/// <summary>Takes each way alike.</summary>
internal sealed class RandomWalk(ulong seed) : Chooser
{
    private Dice _dice = new(seed);

    public override int Pick(ReadOnlySpan<int> ready) => _dice.Next(ready.Length);

    public override int Value(int count) => _dice.Next(count);
}
