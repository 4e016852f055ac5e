using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>
/// A stream connection, TCP or Unix-domain: of a client, told to connect by <see cref="EvConnect"/>, or accepted by a <see cref="GServerSock"/>.
/// </summary>
/// <remarks>
/// After GinsFSM's GSock, whose connection state was a handful of flags; here it is the machine. Each <see cref="EvConnect"/> ends in
/// exactly one <see cref="EvConnected"/> or <see cref="EvDisconnected"/>, and each connection in one <see cref="EvDisconnected"/>, which
/// never comes inside a call of the subscriber's.
/// </remarks>
[GClass(Reentrancy = Reentrancy.Nested)]
[Input<EvConnect>, Input<EvDrop>, Input<EvClose>, Input<EvHalfClose>, Input<EvPauseReceiving>, Input<EvResumeReceiving>]
[Input<EvSendData>, Input<EvWriteOutputData>, Input<EvFlushOutputData>]
[Input<EvAccepted>, Input<EvResolved>, Input<EvNextAttempt>, Input<EvLinkUp>, Input<EvLinkFailed>, Input<EvSecured>, Input<EvNotSecured>]
[Input<EvReadable>, Input<EvWritable>]
[Input<EvLinkBroken>, Input<EvStreamEnded>, Input<EvSendFailed>, Input<EvDrained>, Input<EvMarked>, Input<EvLingered>, Input<EvClosed>]
[Input<EvFaulted>, Input<EvForgotten>]
[Output<EvConnected>(Optional = true), Output<EvDisconnected>(Optional = true), Output<EvRxData>]
[Output<EvTransmitReady>(Optional = true), Output<EvInputEnded>(Optional = true)]
[Output<EvHighWater>(Optional = true), Output<EvLowWater>(Optional = true)]
[On<EvPauseReceiving>(nameof(AcPauseReceiving)), On<EvResumeReceiving>(nameof(AcResumeReceiving)), On<EvMarked>(nameof(AcTellMark))]
[On<EvDrop>(nameof(AcDrop), Next = "Closing"), On<EvFaulted>(nameof(AcFaulted), Next = "Closing")]
[Ignore<EvForgotten>, Ignore<EvDrained>, Ignore<EvResolved>, Ignore<EvNextAttempt>, Ignore<EvLingered>]
public sealed partial class GSock : GObj
{
    private enum State : byte
    {
        /// <summary>No connection. Output may be written; it goes out with the first flush after connecting.</summary>
        [On<EvConnect>(nameof(AcConnect), Next = Resolving)]
        [On<EvAccepted>(nameof(AcAcceptedSecure), Next = Handshaking, When = nameof(IsSecure))]
        [On<EvAccepted>(nameof(AcAccepted), Next = Connected)]
        [On<EvWriteOutputData>(nameof(AcWrite), When = nameof(HasRoom))]
        [On<EvForgotten>(nameof(AcDestroy))]
        [Ignore<EvDrop>, Ignore<EvClose>, Ignore<EvFaulted>, Ignore<EvPauseReceiving>, Ignore<EvResumeReceiving>, Ignore<EvMarked>]
        [Refuse]
        Disconnected,

        /// <summary>On the way to a connection. What is sent waits for it.</summary>
        [On<EvSendData>(nameof(AcSendLater), When = nameof(HasRoom))]
        [On<EvWriteOutputData>(nameof(AcWrite), When = nameof(HasRoom))]
        [On<EvFlushOutputData>(nameof(AcFlushLater))]
        [On<EvClose>(nameof(AcDrop), Next = Closing)]
        [Refuse]
        Opening,

        /// <summary>Looking up the host's name; a host that is an address is found at once.</summary>
        [Inside(Opening)]
        [On<EvResolved>(nameof(AcResolved), Next = Connecting, When = nameof(HasAddress))]
        [On<EvResolved>(nameof(AcNotResolved), Next = Disconnected, When = nameof(IsThisAttempt))]
        [After(nameof(ConnectTimeout), nameof(AcConnectTimedOut), Next = Disconnected)]
        Resolving,

        /// <summary>Trying the host's addresses: the next one when one fails, and beside it when it takes long; the first connection wins. Then the next port.</summary>
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

        /// <summary>Agreeing on keys and identities (<see cref="SslOptions"/>). An accepted connection that fails here was never announced.</summary>
        [Inside(Opening)]
        [On<EvSecured>(nameof(AcSecured), Next = Connected)]
        [On<EvNotSecured>(nameof(AcNotSecured), Next = Disconnected)]
        [After(nameof(HandshakeTimeout), nameof(AcHandshakeTimedOut), Next = Disconnected)]
        Handshaking,

        /// <summary>A connection stands, until both sides have ended their streams and the output is gone.</summary>
        [On<EvWritable>(nameof(AcSendRest))]
        [On<EvDrained>(nameof(AcNotDrained))]
        [On<EvLingered>(nameof(AcIdle), Next = Disconnected, When = nameof(IsIdle))]
        [On<EvLingered>(nameof(AcWatchIdle))]
        [On<EvClose>(nameof(AcClose), Next = Lingering)]
        [On<EvSendFailed>(nameof(AcSendFailed), Next = Closing)]
        [On<EvLinkBroken>(nameof(AcBroken), Next = Disconnected)]
        [Refuse]
        Open,

        /// <summary>This side may send.</summary>
        [Inside(Open)]
        [On<EvSendData>(nameof(AcSend), When = nameof(HasRoom))]
        [On<EvSendData>(nameof(AcOverflow), Next = Closing, When = nameof(DropsOnOverflow))]
        [On<EvWriteOutputData>(nameof(AcWrite), When = nameof(HasRoom))]
        [On<EvWriteOutputData>(nameof(AcOverflow), Next = Closing, When = nameof(DropsOnOverflow))]
        [On<EvFlushOutputData>(nameof(AcFlush))]
        [On<EvDrained>(nameof(AcTransmitReady), When = nameof(IsDrained))]
        Sending,

        /// <summary>Both directions are open.</summary>
        [Inside(Sending)]
        [On<EvReadable>(nameof(AcReceive))]
        [On<EvDrained>(nameof(AcCloseFlushed), Next = Lingering, When = nameof(IsFlushedForClose))]
        [On<EvHalfClose>(nameof(AcEndOutput), Next = Finishing)]
        [On<EvStreamEnded>(nameof(AcInputEnded), Next = PeerFinished, When = nameof(IsAllowedHalfOpen))]
        [On<EvStreamEnded>(nameof(AcDrain), Next = Draining, When = nameof(IsSending))]
        [On<EvStreamEnded>(nameof(AcPeerClosed), Next = Disconnected)]
        Connected,

        /// <summary>The other side has ended its stream; this one may still send (<see cref="AllowHalfOpen"/>).</summary>
        [Inside(Sending)]
        [On<EvDrained>(nameof(AcCloseFlushed), Next = Draining, When = nameof(IsFlushedForClose))]
        [On<EvHalfClose>(nameof(AcClose), Next = Draining)]
        [On<EvClose>(nameof(AcClose), Next = Draining)]
        PeerFinished,

        /// <summary>This side has ended its stream, perhaps with output still to be sent; the other side may still send.</summary>
        [Inside(Open)]
        [On<EvReadable>(nameof(AcReceive))]
        [On<EvDrained>(nameof(AcShutdown), When = nameof(IsDrained))]
        [On<EvStreamEnded>(nameof(AcDrain), Next = Draining, When = nameof(IsSending))]
        [On<EvStreamEnded>(nameof(AcPeerClosed), Next = Disconnected)]
        Finishing,

        /// <summary>Nothing is sent or received any more for the subscriber; the other side has a while to take the rest.</summary>
        [Inside(Open)]
        [On<EvLingered>(nameof(AcCutOff), Next = Disconnected, When = nameof(HasUnsent))]
        [On<EvLingered>(nameof(AcClosed), Next = Disconnected)]
        [Ignore<EvClose>]
        Ending,

        /// <summary>Both sides have ended their streams; what is left of the output goes out, then the connection is closed.</summary>
        [Inside(Ending)]
        [On<EvDrained>(nameof(AcClosed), Next = Disconnected, When = nameof(IsDrained))]
        Draining,

        /// <summary>Closed by this side: output goes out, then the end of the stream; input is thrown away until the other side has ended its own.</summary>
        [Inside(Ending)]
        [On<EvReadable>(nameof(AcDiscard))]
        [On<EvDrained>(nameof(AcShutdown), When = nameof(IsDrained))]
        [On<EvStreamEnded>(nameof(AcStopReceiving), Next = Draining, When = nameof(IsSending))]
        [On<EvStreamEnded>(nameof(AcClosed), Next = Disconnected)]
        [On<EvLinkBroken>(nameof(AcBroken), Next = Disconnected, When = nameof(HasUnsent))]
        [On<EvLinkBroken>(nameof(AcClosed), Next = Disconnected)]
        [Ignore<EvHalfClose>]
        Lingering,

        /// <summary>Closed by this side; the subscriber is told in the next cycle.</summary>
        [On<EvClosed>(nameof(AcClosed), Next = Disconnected)]
        [Ignore<EvDrop>, Ignore<EvClose>, Ignore<EvFaulted>]
        [Refuse]
        Closing,
    }

    /// <summary>Whether a connection stands on which this side can still send.</summary>
    public bool IsConnected => IsIn(State.Sending);

    /// <summary>Whether there is neither a connection nor an attempt to make one.</summary>
    public bool IsDisconnected => CurrentState == State.Disconnected;

    /// <summary>
    /// The address of the other side while connected (GinsFSM <c>get_peername</c>). In <see cref="EvDisconnected"/> it still stands when it was
    /// asked for before.
    /// </summary>
    public EndPoint? Peername => (_link ?? _ended)?.RemoteEndPoint;

    /// <summary>The address of the other side (GinsFSM <c>addr</c>): <see cref="Peername"/> as a parameter. Null without a connection.</summary>
    [Parameter]
    public partial EndPoint? Addr { get; }

    /// <summary>How many connections stand, 0 or 1 (GinsFSM <c>n_gsocks</c>). Of a server it is <see cref="GServerSock.NGsocks"/>.</summary>
    [Parameter]
    public partial int NGsocks { get; }

    /// <summary>
    /// Which process and user are at the other end of a Unix socket while connected; null of another connection, and on systems other than
    /// Linux.
    /// </summary>
    public UnixCredentials? PeerCredentials => _link?.ReadCredentials();

    /// <summary>The own address while connected (GinsFSM <c>get_sockname</c>).</summary>
    public EndPoint? Sockname => (_link ?? _ended)?.LocalEndPoint;

    /// <summary>Bytes that are written and not yet sent.</summary>
    public int PendingBytes => _output.Count;

    /// <summary>Whether more than <see cref="HighWaterMark"/> bytes were waiting, and not yet as few as <see cref="LowWaterMark"/>.</summary>
    public bool IsCongested { get; private set; }

    /// <summary>How many times data was received.</summary>
    public long RxedMsgs { get; private set; }

    /// <summary>How many bytes were received.</summary>
    public long RxedBytes { get; private set; }

    /// <summary>How many times data was handed in for sending.</summary>
    public long TxedMsgs { get; private set; }

    /// <summary>How many bytes were sent.</summary>
    public long TxedBytes { get; private set; }

    /// <inheritdoc/>
    protected override IEnumerable<StatisticValue> Statistics =>
    [
        new(nameof(PendingBytes), PendingBytes),
        new(nameof(RxedMsgs), RxedMsgs),
        new(nameof(RxedBytes), RxedBytes),
        new(nameof(TxedMsgs), TxedMsgs),
        new(nameof(TxedBytes), TxedBytes),
    ];

    /// <summary>When bytes were last received or sent, to the millisecond of the loop's cycle; null before the first.</summary>
    public DateTimeOffset? LastActivity => _lastActivity < 0
        ? null
        : Gaplic.Time.GetUtcNow() - TimeSpan.FromMilliseconds(Gaplic.Clock.Now - _lastActivity);
}
