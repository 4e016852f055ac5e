namespace FsmKit.Net;

/// <summary>
/// A frame was received: one message of the connection's <see cref="Framing"/>. Frames of one read are published in order, one after the other, and
/// each is handled completely before the next is looked for.
/// </summary>
public readonly ref struct EvFrame(GSock gsock, ReadOnlySpan<byte> data)
{
    /// <summary>The gsock that received the frame.</summary>
    public GSock Gsock { get; } = gsock;

    /// <summary>The content, without prefix or delimiter. Valid only during the delivery, because the buffer is used again.</summary>
    public ReadOnlySpan<byte> Data { get; } = data;

    /// <inheritdoc/>
    public override string ToString() => $"{Data.Length} bytes";
}

/// <summary>
/// The received bytes are no frame. The subscriber may send a last answer inside this event. Then the connection is closed as by
/// <see cref="EvClose"/>, with <see cref="DisconnectReason.BadFrame"/>, unless the <see cref="Framing"/> skips such bytes
/// (<see cref="LongLines.Skip"/>).
/// </summary>
/// <param name="Gsock">The gsock that received the bytes.</param>
/// <param name="Fault">The reason.</param>
public readonly record struct EvFrameFault(GSock Gsock, FrameFault Fault);
