namespace FsmKit.Testing.Choosing;

/// <summary>
/// Random numbers of the network, drawn from the choices of a schedule. Choice 0 always means that nothing happens: all bytes at once, no
/// fault, no delay, unchanged order.
/// </summary>
internal sealed class ChoiceRandom(ChoiceRecord choices) : Random
{
    private const int Fine = 1 << 16;

    public override int Next(int maxValue) => maxValue - 1 - choices.Value(maxValue);

    public override int Next(int minValue, int maxValue) => minValue + choices.Value(maxValue - minValue);

    public override long NextInt64(long maxValue) => maxValue <= int.MaxValue ? choices.Value((int)maxValue) : (long)((double)choices.Value(Fine) / Fine * maxValue);

    public override double NextDouble() => 1 - ((choices.Value(Fine) + 1.0) / Fine);

    protected override double Sample() => NextDouble();
}
