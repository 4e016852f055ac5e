using System.Net.Sockets;
using System.Runtime.InteropServices;
using FsmKit.Net;

namespace FsmKit.Testing;

/// <summary>
/// Decides when a fault happens. A fault with probability 0 draws no random number, so that it does not change the rest of the run.
/// </summary>
/// <param name="faults">The faults.</param>
/// <param name="random">Source of random numbers; null takes one with the seed of the faults.</param>
internal sealed class FaultDice(MemoryFaults faults, Random? random = null)
{
    private readonly Random _random = random ?? new(faults.Seed);
    private readonly long _delays = Math.Max(0, faults.MaxDelay.Ticks - faults.MinDelay.Ticks);

    public MemoryFaults Faults => faults;

    public SocketError ConnectError => faults.ConnectError;

    public SocketError AcceptError => faults.AcceptError;

    /// <summary>Returns the delay of the next delivery, in ticks of 100 ns.</summary>
    public long Delay() => faults.MinDelay.Ticks + (_delays == 0 ? 0 : _random.NextInt64(_delays + 1));

    public int PartOfSend(int count) => faults.FragmentSends ? Part(count) : count;

    public int PartOfReceive(int count) => faults.FragmentReceives ? Part(count) : count;

    public bool Resets() => Throw(faults.Resets);

    public bool FailsConnect() => Throw(faults.ConnectFailures);

    public bool FailsAccept() => Throw(faults.AcceptFailures);

    public bool IsSpurious() => Throw(faults.SpuriousReadiness);

    public void Shuffle(List<IMemoryTarget> ready)
    {
        if (faults.ShuffleReadiness)
        {
            _random.Shuffle(CollectionsMarshal.AsSpan(ready));
        }
    }

    private int Part(int count) => count > 1 ? _random.Next(count) + 1 : count;

    private bool Throw(double probability) => probability > 0 && _random.NextDouble() < probability;
}
