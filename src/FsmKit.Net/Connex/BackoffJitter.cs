namespace FsmKit.Net;

/// <summary>
/// Random part of the pauses between connection attempts. Jitter keeps the clients of a restarted server from reconnecting at the same moment.
/// </summary>
public enum BackoffJitter : byte
{
    /// <summary>Fixes half of the pause; the other half is random.</summary>
    Equal,

    /// <summary>Takes a random time between 1 ms and the whole pause.</summary>
    Full,

    /// <summary>Takes the whole pause, without a random part.</summary>
    None,
}
