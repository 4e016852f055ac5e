namespace FsmKit.Net;

/// <summary>What becomes of output that would make more bytes wait than <see cref="GSock.OutbufOverflow"/>.</summary>
public enum OverflowPolicy : byte
{
    /// <summary>The connection is dropped, with <see cref="DisconnectReason.OutputOverflow"/>: who does not read has no say in our memory.</summary>
    Drop,

    /// <summary>The message is refused as a whole, <see cref="Outcome.Refused"/>; for senders that look at the outcome.</summary>
    Refuse,
}
