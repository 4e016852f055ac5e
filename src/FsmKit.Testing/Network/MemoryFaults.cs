using System.Net.Sockets;
using FsmKit.Net;

namespace FsmKit.Testing;

/// <summary>What goes wrong in a <see cref="MemoryNetwork"/>, and how often. Without any of it nothing does.</summary>
/// <remarks>
/// A delivery is what one send hands over. Bytes of one direction never change their order, and none is lost except by a reset, of which
/// both sides are told. Probabilities go from 0 (never) to 1 (always).
/// </remarks>
public sealed record MemoryFaults
{
    /// <summary>Nothing goes wrong.</summary>
    public static MemoryFaults None { get; } = new();

    /// <summary>The same seed gives the same run, as long as one thread runs all loops of the network.</summary>
    public int Seed { get; init; }

    /// <summary>The least time that a connect, a delivery, an end of stream or a reset takes.</summary>
    public TimeSpan MinDelay { get; init => field = NotNegative(value); }

    /// <summary>The most; below <see cref="MinDelay"/> it counts as that.</summary>
    public TimeSpan MaxDelay { get; init => field = NotNegative(value); }

    /// <summary>A send takes from one byte to all of them.</summary>
    public bool FragmentSends { get; init; }

    /// <summary>A receive gives from one byte to all that there are.</summary>
    public bool FragmentReceives { get; init; }

    /// <summary>The probability that a delivery is lost and resets its connection, for both sides.</summary>
    public double Resets { get; init => field = Probability(value); }

    /// <summary>The probability that a connect fails with <see cref="ConnectError"/>.</summary>
    public double ConnectFailures { get; init => field = Probability(value); }

    /// <summary>What a failing connect is told.</summary>
    public SocketError ConnectError { get; init; } = SocketError.ConnectionRefused;

    /// <summary>The probability that accepting fails with <see cref="AcceptError"/>; the connection waits for the next try.</summary>
    public double AcceptFailures { get; init => field = Probability(value); }

    /// <summary>What a failing accept is told.</summary>
    public SocketError AcceptError { get; init; } = SocketError.TooManyOpenSockets;

    /// <summary>The probability that a link which was readable is called readable once more, with nothing to receive.</summary>
    public double SpuriousReadiness { get; init => field = Probability(value); }

    /// <summary>What is ready at the same time is served in any order.</summary>
    public bool ShuffleReadiness { get; init; }

    private static double Probability(double value) => value is >= 0 and <= 1
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A probability goes from 0 to 1.");

    private static TimeSpan NotNegative(TimeSpan value) => value >= TimeSpan.Zero
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A delay cannot be negative.");
}
