using System.Net.Sockets;
using FsmKit.Net;

namespace FsmKit.Testing;

/// <summary>Simulated failures and delays of a <see cref="MemoryNetwork"/>. By default there are none.</summary>
/// <remarks>
/// The bytes of one direction of a connection keep their order, and no byte is lost without a reset that both sides see. Probabilities go
/// from 0 (never) to 1 (always).
/// </remarks>
public sealed record MemoryFaults
{
    /// <summary>No failures and no delays.</summary>
    public static MemoryFaults None { get; } = new();

    /// <summary>
    /// Seed of the random choices. The same seed gives the same run, as long as one thread runs all loops of the network. Default 0.
    /// </summary>
    public int Seed { get; init; }

    /// <summary>Minimum time that a connect, the data of a send, an end of stream or a reset takes to arrive. Default zero.</summary>
    public TimeSpan MinDelay { get; init => field = NotNegative(value); }

    /// <summary>
    /// Maximum time that a connect, the data of a send, an end of stream or a reset takes to arrive; a value below <see cref="MinDelay"/>
    /// counts as <see cref="MinDelay"/>. Default zero.
    /// </summary>
    public TimeSpan MaxDelay { get; init => field = NotNegative(value); }

    /// <summary>Whether a send takes only a random number of its bytes, at least one. Default false.</summary>
    public bool FragmentSends { get; init; }

    /// <summary>Whether a receive returns only a random number of the available bytes, at least one. Default false.</summary>
    public bool FragmentReceives { get; init; }

    /// <summary>Probability that the data of a send are lost and the connection is reset on both sides. Default 0.</summary>
    public double Resets { get; init => field = Probability(value); }

    /// <summary>Probability that a connect fails with <see cref="ConnectError"/>. Default 0.</summary>
    public double ConnectFailures { get; init => field = Probability(value); }

    /// <summary>Error of a connect that fails. Default <see cref="SocketError.ConnectionRefused"/>.</summary>
    public SocketError ConnectError { get; init; } = SocketError.ConnectionRefused;

    /// <summary>
    /// Probability that an accept fails with <see cref="AcceptError"/>; the connection waits for the next attempt. Default 0.
    /// </summary>
    public double AcceptFailures { get; init => field = Probability(value); }

    /// <summary>Error of an accept that fails. Default <see cref="SocketError.TooManyOpenSockets"/>.</summary>
    public SocketError AcceptError { get; init; } = SocketError.TooManyOpenSockets;

    /// <summary>
    /// Probability that a socket which was reported as readable is reported once more, with nothing to receive. Default 0.
    /// </summary>
    public double SpuriousReadiness { get; init => field = Probability(value); }

    /// <summary>Whether sockets that are ready at the same time are handled in random order. Default false.</summary>
    public bool ShuffleReadiness { get; init; }

    private static double Probability(double value) => value is >= 0 and <= 1
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A probability goes from 0 to 1.");

    private static TimeSpan NotNegative(TimeSpan value) => value >= TimeSpan.Zero
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A delay cannot be negative.");
}
