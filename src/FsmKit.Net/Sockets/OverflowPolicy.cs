namespace FsmKit.Net;

/// <summary>Treatment of output beyond <see cref="GSock.OutbufOverflow"/>.</summary>
public enum OverflowPolicy : byte
{
    /// <summary>
    /// Drops the connection with <see cref="DisconnectReason.OutputOverflow"/>, so that a peer that does not read cannot use more memory.
    /// </summary>
    Drop,

    /// <summary>Refuses the whole message with <see cref="Outcome.Refused"/>; for senders that check the outcome.</summary>
    Refuse,
}
