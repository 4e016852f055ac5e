using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>A TCP connection: of a client, told to connect by <see cref="EvConnect"/>, or accepted by a <see cref="GServerSock"/>.</summary>
/// <remarks>
/// After GinsFSM's GSock, whose connection state was a handful of flags; here it is the machine. Each <see cref="EvConnect"/> ends in
/// exactly one <see cref="EvConnected"/> or <see cref="EvDisconnected"/>, and each connection in one <see cref="EvDisconnected"/>, which
/// never comes inside a call of the subscriber's.
/// </remarks>
[GClass(Reentrancy = Reentrancy.Nested)]
[Input<EvConnect>, Input<EvDrop>, Input<EvHalfClose>, Input<EvSendData>, Input<EvWriteOutputData>, Input<EvFlushOutputData>]
[Input<EvAccepted>, Input<EvResolved>, Input<EvLinkUp>, Input<EvLinkFailed>, Input<EvReadable>, Input<EvWritable>, Input<EvLinkBroken>]
[Input<EvStreamEnded>, Input<EvSendFailed>, Input<EvDrained>, Input<EvClosed>, Input<EvForgotten>]
[Output<EvConnected>, Output<EvDisconnected>, Output<EvRxData>, Output<EvTransmitReady>, Output<EvInputEnded>]
[Ignore<EvForgotten>, Ignore<EvDrained>, Ignore<EvResolved>]
public sealed partial class GSock : GObj
{
    /// <summary>Where to connect: a name or an address.</summary>
    [Parameter]
    public partial string Host { get; set; } = "";

    /// <summary>Where to connect: the port, 0 to 65535.</summary>
    [Parameter(Validate = nameof(IsPort))]
    public partial int Port { get; set; }

    /// <summary>How long looking up the name, and then connecting to all its addresses, may take each; zero waits as long as the system does.</summary>
    [Parameter(Validate = nameof(IsTimeout))]
    public partial TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Keeps the connection open for sending when the other side ends its stream, and publishes <see cref="EvInputEnded"/>.</summary>
    [Parameter]
    public partial bool AllowHalfOpen { get; set; }

    /// <summary>Destroys the gsock in the cycle after its <see cref="EvDisconnected"/>.</summary>
    [Parameter]
    public partial bool AutoDestroy { get; set; }

    /// <summary>The address of the other side while connected (GinsFSM <c>get_peername</c>).</summary>
    public EndPoint? Peername => _link?.RemoteEndPoint;

    /// <summary>The own address while connected (GinsFSM <c>get_sockname</c>).</summary>
    public EndPoint? Sockname => _link?.LocalEndPoint;

    /// <summary>Bytes that are written and not yet sent.</summary>
    public int PendingBytes => _output.Count;

    /// <summary>How many times data was received.</summary>
    public long RxedMsgs { get; private set; }

    /// <summary>How many bytes were received.</summary>
    public long RxedBytes { get; private set; }

    /// <summary>How many times data was handed in for sending.</summary>
    public long TxedMsgs { get; private set; }

    /// <summary>How many bytes were sent.</summary>
    public long TxedBytes { get; private set; }

    private enum State : byte
    {
        /// <summary>No connection. Output may be written; it goes out with the first flush after connecting.</summary>
        [On<EvConnect>(nameof(AcConnect), Next = Connecting, When = nameof(IsAddress))]
        [On<EvConnect>(nameof(AcResolve), Next = Resolving)]
        [On<EvAccepted>(nameof(AcAccepted), Next = Connected)]
        [On<EvWriteOutputData>(nameof(AcWrite))]
        [On<EvForgotten>(nameof(AcDestroy))]
        [Ignore<EvDrop>]
        [Refuse]
        Disconnected,

        /// <summary>Looking up the host's name.</summary>
        [On<EvResolved>(nameof(AcResolved), Next = Connecting, When = nameof(HasAddress))]
        [On<EvResolved>(nameof(AcNotResolved), Next = Disconnected, When = nameof(IsThisAttempt))]
        [On<EvSendData>(nameof(AcSendLater))]
        [On<EvWriteOutputData>(nameof(AcWrite))]
        [On<EvFlushOutputData>(nameof(AcFlushLater))]
        [On<EvDrop>(nameof(AcDrop), Next = Closing)]
        [After(nameof(ConnectTimeout), nameof(AcConnectTimedOut), Next = Disconnected)]
        [Refuse]
        Resolving,

        /// <summary>Trying the host's addresses, one after the other.</summary>
        [On<EvLinkUp>(nameof(AcConnected), Next = Connected)]
        [On<EvLinkFailed>(nameof(AcConnectToNext), When = nameof(HasNextAddress))]
        [On<EvLinkFailed>(nameof(AcConnectFailed), Next = Disconnected)]
        [On<EvSendData>(nameof(AcSendLater))]
        [On<EvWriteOutputData>(nameof(AcWrite))]
        [On<EvFlushOutputData>(nameof(AcFlushLater))]
        [On<EvDrop>(nameof(AcDrop), Next = Closing)]
        [After(nameof(ConnectTimeout), nameof(AcConnectTimedOut), Next = Disconnected)]
        [Refuse]
        Connecting,

        /// <summary>Both directions are open.</summary>
        [On<EvReadable>(nameof(AcReceive))]
        [On<EvWritable>(nameof(AcSendRest))]
        [On<EvSendData>(nameof(AcSend))]
        [On<EvWriteOutputData>(nameof(AcWrite))]
        [On<EvFlushOutputData>(nameof(AcFlush))]
        [On<EvDrained>(nameof(AcTransmitReady), When = nameof(IsDrained))]
        [On<EvDrained>(nameof(AcNotDrained))]
        [On<EvHalfClose>(nameof(AcEndOutput), Next = Finishing)]
        [On<EvStreamEnded>(nameof(AcInputEnded), Next = PeerFinished, When = nameof(IsAllowedHalfOpen))]
        [On<EvStreamEnded>(nameof(AcDrain), Next = Draining, When = nameof(IsSending))]
        [On<EvStreamEnded>(nameof(AcPeerClosed), Next = Disconnected)]
        [On<EvDrop>(nameof(AcDrop), Next = Closing)]
        [On<EvSendFailed>(nameof(AcSendFailed), Next = Closing)]
        [On<EvLinkBroken>(nameof(AcBroken), Next = Disconnected)]
        [Refuse]
        Connected,

        /// <summary>The other side has ended its stream; this one may still send (<see cref="AllowHalfOpen"/>).</summary>
        [On<EvWritable>(nameof(AcSendRest))]
        [On<EvSendData>(nameof(AcSend))]
        [On<EvWriteOutputData>(nameof(AcWrite))]
        [On<EvFlushOutputData>(nameof(AcFlush))]
        [On<EvDrained>(nameof(AcTransmitReady), When = nameof(IsDrained))]
        [On<EvDrained>(nameof(AcNotDrained))]
        [On<EvHalfClose>(nameof(AcEndOutput), Next = Draining)]
        [On<EvDrop>(nameof(AcDrop), Next = Closing)]
        [On<EvSendFailed>(nameof(AcSendFailed), Next = Closing)]
        [On<EvLinkBroken>(nameof(AcBroken), Next = Disconnected)]
        [Refuse]
        PeerFinished,

        /// <summary>This side has ended its stream, perhaps with output still to be sent; the other side may still send.</summary>
        [On<EvReadable>(nameof(AcReceive))]
        [On<EvWritable>(nameof(AcSendRest))]
        [On<EvDrained>(nameof(AcShutdown), When = nameof(IsDrained))]
        [On<EvDrained>(nameof(AcNotDrained))]
        [On<EvStreamEnded>(nameof(AcDrain), Next = Draining, When = nameof(IsSending))]
        [On<EvStreamEnded>(nameof(AcPeerClosed), Next = Disconnected)]
        [On<EvDrop>(nameof(AcDrop), Next = Closing)]
        [On<EvSendFailed>(nameof(AcSendFailed), Next = Closing)]
        [On<EvLinkBroken>(nameof(AcBroken), Next = Disconnected)]
        [Refuse]
        Finishing,

        /// <summary>Both sides have ended their streams; what is left of the output goes out, then the connection is closed.</summary>
        [On<EvWritable>(nameof(AcSendRest))]
        [On<EvDrained>(nameof(AcClosed), Next = Disconnected, When = nameof(IsDrained))]
        [On<EvDrained>(nameof(AcNotDrained))]
        [On<EvDrop>(nameof(AcDrop), Next = Closing)]
        [On<EvSendFailed>(nameof(AcSendFailed), Next = Closing)]
        [On<EvLinkBroken>(nameof(AcBroken), Next = Disconnected)]
        [Refuse]
        Draining,

        /// <summary>Closed by this side; the subscriber is told in the next cycle.</summary>
        [On<EvClosed>(nameof(AcClosed), Next = Disconnected)]
        [Ignore<EvDrop>]
        [Refuse]
        Closing,
    }

    private static bool IsPort(int value) => value is >= 0 and <= 65535;

    private static bool IsTimeout(TimeSpan value) => value >= TimeSpan.Zero;
}
