using System.Buffers;
using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>Connects to the destination of the <see cref="GSock"/>, or to a new one (GinsFSM <c>EV_CONNECT</c>).</summary>
/// <param name="Host">New value of <see cref="GSock.Host"/>; null keeps the value.</param>
/// <param name="Port">New value of <see cref="GSock.Port"/>; null keeps the value.</param>
public readonly record struct EvConnect(string? Host = null, int? Port = null);

/// <summary>
/// Closes the connection now and discards unsent output. <see cref="EvDisconnected"/> follows in the next turn of the loop.
/// </summary>
/// <param name="Resets">
/// Whether the peer always gets a reset in place of the end of the stream, and not only if output is discarded, so that it does not mistake
/// the received data for complete. Data in transit may then be lost.
/// </param>
public readonly record struct EvDrop(bool Resets = false);

/// <summary>
/// Closes the connection in order: sends the written output, then the end of the stream. Discards input until the peer ends its stream or
/// <see cref="GSock.LingerTimeout"/> has passed, because an early close would reset the connection and could destroy the last message.
/// </summary>
public readonly record struct EvClose;

/// <summary>
/// Pauses the receiving of a <see cref="GSock"/>. When the buffers of both systems are full, the flow control of TCP stops the peer.
/// </summary>
public readonly record struct EvPauseReceiving;

/// <summary>Resumes the receiving of a <see cref="GSock"/> after <see cref="EvPauseReceiving"/>.</summary>
public readonly record struct EvResumeReceiving;

/// <summary>Ends the output of a <see cref="GSock"/>: sends the written output, then the end of the stream. Receiving continues.</summary>
public readonly record struct EvHalfClose;

/// <summary>Sends the output that <see cref="EvWriteOutputData"/> has collected (GinsFSM <c>EV_FLUSH_OUTPUT_DATA</c>).</summary>
public readonly record struct EvFlushOutputData;

/// <summary>
/// Sends data, after the output that still waits (GinsFSM <c>EV_SEND_DATA</c>). When the send returns, the system has taken the data, or
/// the <see cref="GSock"/> has a copy.
/// </summary>
public readonly ref struct EvSendData(ReadOnlySpan<byte> data)
{
    /// <summary>The bytes. Valid until the call that sends this event returns.</summary>
    public ReadOnlySpan<byte> Data { get; } = data;

    /// <inheritdoc/>
    public override string ToString() => $"{Data.Length} bytes";
}

/// <summary>
/// Sends bytes that are not contiguous, in order, like one <see cref="EvSendData"/> of all of them. On Linux and without TLS, the system
/// takes the segments without a copy if no output waits.
/// </summary>
public readonly ref struct EvSendSegments(in ReadOnlySequence<byte> segments)
{
    /// <summary>The bytes. Valid until the call that sends this event returns.</summary>
    public ReadOnlySequence<byte> Segments { get; } = segments;

    /// <inheritdoc/>
    public override string ToString() => $"{Segments.Length} bytes";
}

/// <summary>Appends data to the output without sending it (GinsFSM <c>EV_WRITE_OUTPUT_DATA</c>).</summary>
public readonly ref struct EvWriteOutputData(ReadOnlySpan<byte> data)
{
    /// <summary>The bytes. Valid until the call that sends this event returns; copied before.</summary>
    public ReadOnlySpan<byte> Data { get; } = data;

    /// <inheritdoc/>
    public override string ToString() => $"{Data.Length} bytes";
}

/// <summary>
/// A connection is open (GinsFSM <c>EV_CONNECTED</c>). Published by the gsock; for an accepted connection, by the new gsock.
/// </summary>
public readonly record struct EvConnected(GSock Gsock)
{
    /// <summary>The address of the peer (<see cref="GSock.Peername"/>).</summary>
    public EndPoint? Peername => Gsock.Peername;

    /// <summary>The local address (<see cref="GSock.Sockname"/>).</summary>
    public EndPoint? Sockname => Gsock.Sockname;
}

/// <summary>
/// A connection has ended, or a connect has failed (GinsFSM <c>EV_DISCONNECTED</c>). No other event of this connection follows.
/// </summary>
/// <param name="Gsock">The gsock of the connection.</param>
/// <param name="Reason">The reason of the end.</param>
/// <param name="Error">The error of the system; <see cref="SocketError.Success"/> if there is none.</param>
/// <param name="Exception">
/// The exception of the name service, of TLS or of code of the application that caused the end; otherwise null.
/// </param>
public readonly record struct EvDisconnected(GSock Gsock, DisconnectReason Reason, SocketError Error, Exception? Exception = null);

/// <summary>
/// The system has taken all sent output (GinsFSM <c>EV_TRANSMIT_READY</c>). Published once after connecting, and once each time that no
/// output is left; several sends in one turn of the loop give one event. Never published inside a send.
/// </summary>
public readonly record struct EvTransmitReady(GSock Gsock);

/// <summary>
/// More than <see cref="GSock.HighWaterMark"/> bytes wait to be sent; the producer should stop. Published in the next turn of the loop;
/// <see cref="GSock.IsCongested"/> changes at once.
/// </summary>
public readonly record struct EvHighWater(GSock Gsock);

/// <summary>
/// At most <see cref="GSock.LowWaterMark"/> bytes wait to be sent, after an <see cref="EvHighWater"/>; the producer may continue.
/// </summary>
public readonly record struct EvLowWater(GSock Gsock);

/// <summary>The peer has ended its stream and may still receive. Published only with <see cref="GSock.AllowHalfOpen"/>.</summary>
public readonly record struct EvInputEnded(GSock Gsock);

/// <summary>Data was received: the bytes of one read, not buffered (GinsFSM <c>EV_RX_DATA</c>).</summary>
public readonly ref struct EvRxData(GSock gsock, ReadOnlySpan<byte> data)
{
    /// <summary>The gsock that received the data.</summary>
    public GSock Gsock { get; } = gsock;

    /// <summary>The bytes, valid only during the delivery, because the loop reuses the buffer.</summary>
    public ReadOnlySpan<byte> Data { get; } = data;

    /// <inheritdoc/>
    public override string ToString() => $"{Data.Length} bytes";
}
