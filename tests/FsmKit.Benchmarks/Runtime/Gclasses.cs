namespace FsmKit.Benchmarks;

/// <summary>Asks for a number of publications.</summary>
public readonly record struct EvRun(int Times);

/// <summary>Event that is published.</summary>
public readonly record struct EvCounted(int Count);

/// <summary>Publishes a given number of events.</summary>
[GClass(Reentrancy = Reentrancy.Nested)]
[Input<EvRun>]
[Output<EvCounted>]
public sealed partial class Counting : GObj
{
    private enum State : byte
    {
        [On<EvRun>(nameof(AcRun))]
        Ready,
    }

    private void AcRun(in EvRun e)
    {
        for (var i = 0; i < e.Times; i++)
        {
            Publish(new EvCounted(i));
        }
    }
}

/// <summary>Adds up received numbers.</summary>
[GClass]
[Input<EvCounted>]
public sealed partial class Adding : GObj
{
    private enum State : byte
    {
        [On<EvCounted>(nameof(AcAdd))]
        Ready,
    }

    public int Sum { get; private set; }

    private void AcAdd(in EvCounted e) => Sum += e.Count;
}
