namespace Mistakes;

public readonly record struct EvA;

public readonly record struct EvB;

public readonly record struct EvC(int N);

public readonly record struct EvLength(TimeSpan Length);

public readonly record struct EvFailed(Exception Fault);

public readonly ref struct EvBytes(ReadOnlySpan<byte> bytes)
{
    public ReadOnlySpan<byte> Bytes { get; } = bytes;
}

[GClass, Input<EvA>, Output<EvB>]
public sealed partial class Good : GObj
{
    private enum State
    {
        [On<EvA>(nameof(AcA))] One,
    }

    private void AcA() => Publish(new EvB());
}
