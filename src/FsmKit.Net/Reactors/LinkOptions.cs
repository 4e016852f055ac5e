namespace FsmKit.Net;

/// <summary>What can be asked of a TCP socket; the default is what a link has without being asked.</summary>
/// <param name="KeepAlive">Milliseconds of silence before the system probes the peer; 0 does not probe.</param>
/// <param name="KeepAliveInterval">Milliseconds between probes; 0 leaves it to the system. Whole seconds count, begun ones as well.</param>
/// <param name="KeepAliveCount">Probes without an answer that end the connection; 0 leaves it to the system.</param>
/// <param name="UserTimeout">Milliseconds that sent data may stay unacknowledged; 0 leaves it to the system (RFC 5482).</param>
/// <param name="Delays">Lets the system collect small sends (Nagle's algorithm).</param>
internal readonly record struct LinkOptions(int KeepAlive, int KeepAliveInterval, int KeepAliveCount, int UserTimeout, bool Delays)
{
    /// <summary>A system counts in seconds; a begun one counts.</summary>
    public static int Seconds(int milliseconds) => (int)Math.Min((milliseconds + 999L) / 1000, short.MaxValue);
}
