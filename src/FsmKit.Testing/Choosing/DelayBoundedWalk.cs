namespace FsmKit.Testing.Choosing;

/// <summary>
/// Continues with the running loop, and switches to another ready loop at a few random moments. See <see cref="Strategy.DelayBounded"/>.
/// </summary>
internal sealed class DelayBoundedWalk(ulong seed, int delays) : Chooser
{
    private readonly Moments _moments = new(delays);
    private Dice _dice = new(seed);

    public override void Begin() => _moments.Begin(ref _dice);

    public override int Pick(ReadOnlySpan<int> ready) => _moments.Next() ? 1 + _dice.Next(ready.Length - 1) : 0;

    public override int Value(int count) => _dice.Next(count);

    public override bool End()
    {
        _moments.End();
        return true;
    }
}
