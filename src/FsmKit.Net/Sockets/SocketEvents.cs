using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>Connect to the destination of the <see cref="GSock"/>, or to another one from now on (GinsFSM <c>EV_CONNECT</c>).</summary>
/// <param name="Host">Name or address; null keeps the parameter.</param>
/// <param name="Port">Port; null keeps the parameter.</param>
public readonly record struct EvConnect(string? Host = null, int? Port = null);

/// <summary>Close now; output that has not been sent is discarded. The <see cref="EvDisconnected"/> comes out of the loop, later.</summary>
/// <param name="Resets">
/// The other side gets a reset in place of the end of the stream, so that it takes nothing for complete; what is under way may be lost.
/// </param>
public readonly record struct EvDrop(bool Resets = false);

/// <summary>
/// Close in good order: what has been written is sent, then the end of the stream; what still arrives is thrown away until the other side ends
/// its stream too, or <see cref="GSock.LingerTimeout"/> has passed. So a last message is not destroyed by a reset.
/// </summary>
public readonly record struct EvClose;

/// <summary>Receive no more for now: the other side is slowed down by its own system when the buffers between are full.</summary>
public readonly record struct EvPauseReceiving;

/// <summary>Receive again.</summary>
public readonly record struct EvResumeReceiving;

/// <summary>Nothing more will be sent: what has been written is sent, then the end of the stream. Receiving goes on.</summary>
public readonly record struct EvHalfClose;

/// <summary>Send what <see cref="EvWriteOutputData"/> has collected (GinsFSM <c>EV_FLUSH_OUTPUT_DATA</c>).</summary>
public readonly record struct EvFlushOutputData;

/// <summary>Write and flush: the data is on its way, or kept, when the send returns (GinsFSM <c>EV_SEND_DATA</c>).</summary>
public readonly ref struct EvSendData(ReadOnlySpan<byte> data)
{
    /// <summary>The bytes; read during the send and not kept by reference.</summary>
    public ReadOnlySpan<byte> Data { get; } = data;

    /// <inheritdoc/>
    public override string ToString() => $"{Data.Length} bytes";
}

/// <summary>Append to the output without sending it (GinsFSM <c>EV_WRITE_OUTPUT_DATA</c>).</summary>
public readonly ref struct EvWriteOutputData(ReadOnlySpan<byte> data)
{
    /// <summary>The bytes; copied during the send.</summary>
    public ReadOnlySpan<byte> Data { get; } = data;

    /// <inheritdoc/>
    public override string ToString() => $"{Data.Length} bytes";
}

/// <summary>A connection stands; the source is the gsock, for an accepted connection the new one (GinsFSM <c>EV_CONNECTED</c>).</summary>
public readonly record struct EvConnected(GSock Gsock)
{
    /// <summary>The address of the other side.</summary>
    public EndPoint? Peername => Gsock.Peername;

    /// <summary>The own address.</summary>
    public EndPoint? Sockname => Gsock.Sockname;
}

/// <summary>The connection is gone, or the attempt to connect has failed: the last event of either (GinsFSM <c>EV_DISCONNECTED</c>).</summary>
/// <param name="Gsock">Whose.</param>
/// <param name="Reason">Why.</param>
/// <param name="Error">What the system said, or <see cref="SocketError.Success"/>.</param>
/// <param name="Exception">What the name service, TLS or a delegate of yours threw, if that was it.</param>
public readonly record struct EvDisconnected(GSock Gsock, DisconnectReason Reason, SocketError Error, Exception? Exception = null);

/// <summary>
/// There is nothing left to send: once after connecting, and once after the output has drained, however many sends were drained together
/// (GinsFSM <c>EV_TRANSMIT_READY</c>). It comes out of the loop, so that sending again from it never nests.
/// </summary>
public readonly record struct EvTransmitReady(GSock Gsock);

/// <summary>
/// More than <see cref="GSock.HighWaterMark"/> bytes wait to be sent: the time to stop producing. It comes out of the loop;
/// <see cref="GSock.IsCongested"/> tells it at once.
/// </summary>
public readonly record struct EvHighWater(GSock Gsock);

/// <summary>No more than <see cref="GSock.LowWaterMark"/> bytes wait, after an <see cref="EvHighWater"/>: the time to go on.</summary>
public readonly record struct EvLowWater(GSock Gsock);

/// <summary>The other side has ended its stream and still receives; only with <see cref="GSock.AllowHalfOpen"/>.</summary>
public readonly record struct EvInputEnded(GSock Gsock);

/// <summary>Data has been received, as much as one read gave: it is not buffered (GinsFSM <c>EV_RX_DATA</c>).</summary>
public readonly ref struct EvRxData(GSock gsock, ReadOnlySpan<byte> data)
{
    /// <summary>Who received it.</summary>
    public GSock Gsock { get; } = gsock;

    /// <summary>The bytes, valid only during the delivery: the buffer belongs to the loop.</summary>
    public ReadOnlySpan<byte> Data { get; } = data;

    /// <inheritdoc/>
    public override string ToString() => $"{Data.Length} bytes";
}
