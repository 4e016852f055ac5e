namespace FsmKit.Net;

/// <summary>Options of a TCP socket. The default value is that of a new link.</summary>
/// <param name="KeepAlive">Milliseconds of silence before the system probes the peer, rounded up to seconds; 0 for no probes.</param>
/// <param name="KeepAliveInterval">Milliseconds between probes, rounded up to seconds; 0 for the system's value.</param>
/// <param name="KeepAliveCount">Number of unanswered probes that end the connection; 0 for the system's value.</param>
/// <param name="UserTimeout">Milliseconds that sent data may stay unacknowledged; 0 for the system's value (RFC 5482).</param>
/// <param name="Delays">Whether the system collects small sends (Nagle's algorithm, RFC 896).</param>
internal readonly record struct LinkOptions(int KeepAlive, int KeepAliveInterval, int KeepAliveCount, int UserTimeout, bool Delays)
{
    /// <summary>Converts milliseconds to seconds, rounded up.</summary>
    public static int Seconds(int milliseconds) => (int)Math.Min((milliseconds + 999L) / 1000, short.MaxValue);
}
