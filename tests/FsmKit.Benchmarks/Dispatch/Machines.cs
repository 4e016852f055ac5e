namespace FsmKit.Benchmarks;

/// <summary>Result of a machine; the same for each way of writing the machine.</summary>
public readonly record struct Snapshot(int State, int Sum, int Mix, int Last, int Count);

/// <summary>A machine of one of the tables, however it is written.</summary>
public interface IMachine
{
    /// <summary>Result so far.</summary>
    Snapshot Reached { get; }
}

/// <summary>A machine written by hand: its state, and the figures that its actions change.</summary>
public abstract class HandWritten : IMachine
{
#pragma warning disable CA1051 // As one writes it for speed.
    protected int State;
    protected int Sum;
    protected int Mix;
    protected int Last;
    protected int Count;
    private int _refused;
#pragma warning restore CA1051

    public Snapshot Reached => new(State, Sum, Mix, Last, Count);

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    protected Outcome Refuse()
    {
        _refused++;
        return Outcome.Refused;
    }
}

/// <summary>A machine and its driver.</summary>
public abstract class Contestant(IMachine machine)
{
    public Snapshot Reached => machine.Reached;

    /// <summary>
    /// Feeds it a stream of event numbers and payloads, each in the way that suits it best: the number as it is where the machine takes
    /// numbers, after a switch on it where the machine takes typed events.
    /// </summary>
    /// <returns>The sum of the outcomes.</returns>
    public abstract int Run(ReadOnlySpan<byte> ids, ReadOnlySpan<int> values);

    /// <summary>
    /// Feeds a stream through a driver with a switch on the number, for every machine: as in a program whose code knows the event before it
    /// calls the machine.
    /// </summary>
    public abstract int Decode(ReadOnlySpan<byte> ids, ReadOnlySpan<int> values);

    /// <summary>Feeds it 64 events, each from a call of its own that knows which event it sends.</summary>
    /// <param name="shift">0 to 7, added to each payload.</param>
    public abstract int Walk(int shift);
}
