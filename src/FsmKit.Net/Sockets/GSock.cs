using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>
/// Stream connection, TCP or Unix-domain. A client connects by <see cref="EvConnect"/>; a <see cref="GServerSock"/> creates a gsock for each
/// accepted connection.
/// </summary>
/// <remarks>
/// Modelled on GinsFSM's GSock. Each <see cref="EvConnect"/> leads to exactly one <see cref="EvConnected"/> or <see cref="EvDisconnected"/>.
/// Each connection ends with exactly one <see cref="EvDisconnected"/>, which is never published inside an event that the subscriber sends.
/// </remarks>
[GClass(Reentrancy = Reentrancy.Nested)]
[Input<EvConnect>, Input<EvDrop>, Input<EvClose>, Input<EvHalfClose>, Input<EvPauseReceiving>, Input<EvResumeReceiving>]
[Input<EvSendData>, Input<EvSendSegments>, Input<EvWriteOutputData>, Input<EvFlushOutputData>]
[Input<EvAccepted>, Input<EvResolved>, Input<EvNextAttempt>, Input<EvLinkUp>, Input<EvLinkFailed>, Input<EvSecured>, Input<EvNotSecured>]
[Input<EvReadable>, Input<EvWritable>]
[Input<EvLinkBroken>, Input<EvStreamEnded>, Input<EvSendFailed>, Input<EvDrained>, Input<EvMarked>, Input<EvLingered>, Input<EvClosed>]
[Input<EvFaulted>, Input<EvForgotten>, Input<EvHeld>, Input<EvBadFrame>]
[Output<EvConnected>(Optional = true), Output<EvDisconnected>(Optional = true), Output<EvRxData>]
[Output<EvFrame>(Optional = true), Output<EvFrameFault>(Optional = true)]
[Output<EvTransmitReady>(Optional = true), Output<EvInputEnded>(Optional = true)]
[Output<EvHighWater>(Optional = true), Output<EvLowWater>(Optional = true)]
[On<EvPauseReceiving>(nameof(AcPauseReceiving)), On<EvResumeReceiving>(nameof(AcResumeReceiving)), On<EvMarked>(nameof(AcTellMark))]
[On<EvDrop>(nameof(AcDrop), Next = "Closing"), On<EvFaulted>(nameof(AcFaulted), Next = "Closing")]
[Ignore<EvForgotten>, Ignore<EvHeld>, Ignore<EvDrained>, Ignore<EvResolved>, Ignore<EvNextAttempt>]
public sealed partial class GSock : GObj
{
    private enum State : byte
    {
        /// <summary>No connection. Written output is kept, and sent with the first flush after connecting.</summary>
        [On<EvConnect>(nameof(AcConnect), Next = Resolving)]
        [On<EvAccepted>(nameof(AcAcceptedSecure), Next = Handshaking, When = nameof(IsSecure))]
        [On<EvAccepted>(nameof(AcAccepted), Next = Connected)]
        [On<EvWriteOutputData>(nameof(AcWrite), When = nameof(HasRoom))]
        [On<EvForgotten>(nameof(AcDestroy))]
        [Ignore<EvDrop>, Ignore<EvClose>, Ignore<EvFaulted>, Ignore<EvPauseReceiving>, Ignore<EvResumeReceiving>, Ignore<EvMarked>]
        [Refuse]
        Disconnected,

        /// <summary>A connection is being made. Sent messages wait for the connection.</summary>
        [On<EvSendData>(nameof(AcSendLater), When = nameof(HasRoom))]
        [On<EvSendSegments>(nameof(AcSendSegmentsLater), When = nameof(HasRoom))]
        [On<EvWriteOutputData>(nameof(AcWrite), When = nameof(HasRoom))]
        [On<EvFlushOutputData>(nameof(AcFlushLater))]
        [On<EvClose>(nameof(AcDrop), Next = Closing)]
        [Refuse]
        Opening,

        /// <summary>The name of the host is being looked up. A host that is an address needs no look-up.</summary>
        [Inside(Opening)]
        [On<EvResolved>(nameof(AcResolved), Next = Connecting, When = nameof(HasAddress))]
        [On<EvResolved>(nameof(AcNotResolved), Next = Disconnected, When = nameof(IsThisAttempt))]
        [After(nameof(ConnectTimeout), nameof(AcConnectTimedOut), Next = Disconnected)]
        Resolving,

        /// <summary>
        /// The addresses of the host are tried. The next attempt starts after a failure, or in parallel after a delay; the first connection wins.
        /// Then the next port is tried.
        /// </summary>
        [Inside(Opening)]
        [On<EvLinkUp>(nameof(AcHandshake), Next = Handshaking, When = nameof(IsSecure))]
        [On<EvLinkUp>(nameof(AcConnected), Next = Connected)]
        [On<EvLinkFailed>(nameof(AcTryNext), When = nameof(HasNextAddress))]
        [On<EvLinkFailed>(When = nameof(IsStillTrying))]
        [On<EvLinkFailed>(nameof(AcTryNextPort), Next = Connecting, When = nameof(HasNextPort))]
        [On<EvLinkFailed>(nameof(AcConnectFailed), Next = Disconnected)]
        [On<EvNextAttempt>(nameof(AcTryNext), When = nameof(HasNextAddress))]
        [After(nameof(ConnectTimeout), nameof(AcPortTimedOut), Next = Connecting, When = nameof(HasNextPort))]
        [After(nameof(ConnectTimeout), nameof(AcConnectTimedOut), Next = Disconnected)]
        Connecting,

        /// <summary>
        /// The TLS handshake is in progress (<see cref="SslOptions"/>). An accepted connection that fails here publishes no event.
        /// </summary>
        [Inside(Opening)]
        [On<EvSecured>(nameof(AcSecured), Next = Connected)]
        [On<EvNotSecured>(nameof(AcNotSecured), Next = Disconnected)]
        [After(nameof(HandshakeTimeout), nameof(AcHandshakeTimedOut), Next = Disconnected)]
        Handshaking,

        /// <summary>The connection is open, until both sides have ended their streams and the output is sent.</summary>
        [On<EvWritable>(nameof(AcSendRest))]
        [On<EvDrained>(nameof(AcNotDrained))]
        [On<EvLingered>(nameof(AcIdle), Next = Disconnected, When = nameof(IsIdle))]
        [On<EvLingered>(nameof(AcWatchIdle))]
        [On<EvClose>(nameof(AcClose), Next = Lingering)]
        [On<EvBadFrame>(nameof(AcBadFrame), Next = Lingering)]
        [On<EvSendFailed>(nameof(AcSendFailed), Next = Closing)]
        [On<EvLinkBroken>(nameof(AcBroken), Next = Disconnected)]
        [Refuse]
        Open,

        /// <summary>This side may send.</summary>
        [Inside(Open)]
        [On<EvSendData>(nameof(AcSend), When = nameof(HasRoom))]
        [On<EvSendData>(nameof(AcOverflow), Next = Closing, When = nameof(DropsOnOverflow))]
        [On<EvSendSegments>(nameof(AcSendSegments), When = nameof(HasRoom))]
        [On<EvSendSegments>(nameof(AcOverflow), Next = Closing, When = nameof(DropsOnOverflow))]
        [On<EvWriteOutputData>(nameof(AcWrite), When = nameof(HasRoom))]
        [On<EvWriteOutputData>(nameof(AcOverflow), Next = Closing, When = nameof(DropsOnOverflow))]
        [On<EvFlushOutputData>(nameof(AcFlush))]
        [On<EvDrained>(nameof(AcTransmitReady), When = nameof(IsDrained))]
        Sending,

        /// <summary>Both directions are open.</summary>
        [Inside(Sending)]
        [On<EvReadable>(nameof(AcReceive))]
        [On<EvHeld>(nameof(AcDeliverHeld))]
        [On<EvDrained>(nameof(AcCloseFlushed), Next = Lingering, When = nameof(IsFlushedForClose))]
        [On<EvHalfClose>(nameof(AcEndOutput), Next = Finishing)]
        [On<EvStreamEnded>(nameof(AcInputEnded), Next = PeerFinished, When = nameof(IsAllowedHalfOpen))]
        [On<EvStreamEnded>(nameof(AcDrain), Next = Draining, When = nameof(IsSending))]
        [On<EvStreamEnded>(nameof(AcPeerClosed), Next = Disconnected)]
        Connected,

        /// <summary>The peer has ended its stream; this side may still send (<see cref="AllowHalfOpen"/>).</summary>
        [Inside(Sending)]
        [On<EvDrained>(nameof(AcCloseFlushed), Next = Draining, When = nameof(IsFlushedForClose))]
        [On<EvHalfClose>(nameof(AcClose), Next = Draining)]
        [On<EvClose>(nameof(AcClose), Next = Draining)]
        PeerFinished,

        /// <summary>This side has ended its stream, perhaps with output still to be sent. The peer may still send.</summary>
        [Inside(Open)]
        [On<EvReadable>(nameof(AcReceive))]
        [On<EvHeld>(nameof(AcDeliverHeld))]
        [On<EvDrained>(nameof(AcShutdown), When = nameof(IsDrained))]
        [On<EvStreamEnded>(nameof(AcDrain), Next = Draining, When = nameof(IsSending))]
        [On<EvStreamEnded>(nameof(AcPeerClosed), Next = Disconnected)]
        Finishing,

        /// <summary>The subscriber can neither send nor receive. The peer has <see cref="LingerTimeout"/> to take the rest of the output.</summary>
        [Inside(Open)]
        [On<EvLingered>(nameof(AcCutOff), Next = Disconnected, When = nameof(HasUnsent))]
        [On<EvLingered>(nameof(AcClosed), Next = Disconnected)]
        [Ignore<EvClose>]
        Ending,

        /// <summary>Both sides have ended their streams. The rest of the output is sent, then the connection is closed.</summary>
        [Inside(Ending)]
        [On<EvDrained>(nameof(AcClosed), Next = Disconnected, When = nameof(IsDrained))]
        Draining,

        /// <summary>
        /// This side has closed. The output is sent, then the end of the stream; input is discarded until the peer ends its stream.
        /// </summary>
        [Inside(Ending)]
        [On<EvReadable>(nameof(AcDiscard))]
        [On<EvDrained>(nameof(AcShutdown), When = nameof(IsDrained))]
        [On<EvStreamEnded>(nameof(AcStopReceiving), Next = Draining, When = nameof(IsSending))]
        [On<EvStreamEnded>(nameof(AcClosed), Next = Disconnected)]
        [On<EvLinkBroken>(nameof(AcBroken), Next = Disconnected, When = nameof(HasUnsent))]
        [On<EvLinkBroken>(nameof(AcClosed), Next = Disconnected)]
        [Ignore<EvHalfClose>]
        Lingering,

        /// <summary>This side has ended the connection. <see cref="EvDisconnected"/> is published in the next cycle.</summary>
        [On<EvClosed>(nameof(AcClosed), Next = Disconnected)]
        [Ignore<EvDrop>, Ignore<EvClose>, Ignore<EvFaulted>, Ignore<EvSendFailed>]
        [Refuse]
        Closing,
    }

    /// <summary>Whether the connection is open and this side may send.</summary>
    public bool IsConnected => IsIn(State.Sending);

    /// <summary>Whether there is neither a connection nor an attempt to make one.</summary>
    public bool IsDisconnected => CurrentState == State.Disconnected;

    /// <summary>
    /// The address of the peer while connected (GinsFSM <c>get_peername</c>); null without a connection. During <see cref="EvDisconnected"/> the
    /// address is known only if it was read before.
    /// </summary>
    public EndPoint? Peername => (_link ?? _ended)?.RemoteEndPoint;

    /// <summary>The address of the peer (GinsFSM <c>addr</c>); null without a connection. Read-only.</summary>
    /// <remarks>Equals <see cref="Peername"/>; GinsFSM documents both names.</remarks>
    [Parameter]
    public partial EndPoint? Addr { get; }

    /// <summary>Number of connections, 0 or 1 (GinsFSM <c>n_gsocks</c>). Read-only.</summary>
    /// <remarks>A statistic that GinsFSM documents as a parameter. For a server see <see cref="GServerSock.NGsocks"/>.</remarks>
    [Parameter]
    public partial int NGsocks { get; }

    /// <summary>
    /// Process and user at the other end of a connected Unix socket. Null without a connection, for other sockets, and on systems other than
    /// Linux.
    /// </summary>
    public UnixCredentials? PeerCredentials => _link?.ReadCredentials();

    /// <summary>The local address while connected (GinsFSM <c>get_sockname</c>); null without a connection.</summary>
    public EndPoint? Sockname => (_link ?? _ended)?.LocalEndPoint;

    /// <summary>Bytes that wait to be sent.</summary>
    public int PendingBytes => _output.Count;

    /// <summary>Whether the waiting output has exceeded <see cref="HighWaterMark"/> and not yet fallen to <see cref="LowWaterMark"/>.</summary>
    public bool IsCongested { get; private set; }

    /// <summary>Number of reads that returned data, since the creation.</summary>
    public long RxedMsgs { get; private set; }

    /// <summary>Number of bytes received, since the creation.</summary>
    public long RxedBytes { get; private set; }

    /// <summary>
    /// Number of accepted <see cref="EvSendData"/>, <see cref="EvSendSegments"/> and <see cref="EvWriteOutputData"/>, since the creation.
    /// </summary>
    public long TxedMsgs { get; private set; }

    /// <summary>Number of bytes handed to the system, since the creation.</summary>
    public long TxedBytes { get; private set; }

    /// <inheritdoc/>
    protected override IEnumerable<StatisticValue> Statistics =>
    [
        new(nameof(PendingBytes), PendingBytes),
        new(nameof(HeldBytes), HeldBytes),
        new(nameof(RxedMsgs), RxedMsgs),
        new(nameof(RxedBytes), RxedBytes),
        new(nameof(TxedMsgs), TxedMsgs),
        new(nameof(TxedBytes), TxedBytes),
    ];

    /// <summary>
    /// Time at which bytes were last received or sent, with the precision of one turn of the loop; null before the first byte.
    /// </summary>
    public DateTimeOffset? LastActivity => _lastActivity < 0
        ? null
        : Gaplic.Time.GetUtcNow() - TimeSpan.FromMilliseconds(Gaplic.Clock.Now - _lastActivity);
}
