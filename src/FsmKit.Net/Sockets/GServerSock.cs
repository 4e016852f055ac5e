using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>Server that listens on one or more endpoints. Each accepted connection becomes a <see cref="GSock"/> below the subscriber.</summary>
/// <remarks>
/// Modelled on GinsFSM's GServerSock. The server listens from its creation until its destruction; accepted connections outlive the server.
/// A new gsock publishes its own <see cref="EvConnected"/>, and has the name <c>{server}.clisrv_{number in hexadecimal}</c> if the server
/// has a name.
/// </remarks>
[GClass(Reentrancy = Reentrancy.Nested)]
[Input<EvPauseAccepting>, Input<EvResumeAccepting>]
[Input<EvAcceptable>, Input<EvStarved>, Input<EvFull>, Input<EvCrowded>, Input<EvRoom>, Input<EvGsockGone>, Input<EvHandedOver>]
[Output<EvEndpoint>(Optional = true), Output<EvServing>(Optional = true), Output<EvRefused>(Optional = true)]
[On<EvGsockGone>(nameof(AcGsockGone))]
[On<EvHandedOver>(nameof(AcTakeOver))]
[On<EvPauseAccepting>(nameof(AcPause), Next = "Paused")]
[Ignore<EvResumeAccepting>]
public sealed partial class GServerSock : GObj
{
    /// <summary>
    /// Number of accepted connections whose <see cref="GSock"/> is not destroyed, including those in their TLS handshake. Read-only.
    /// </summary>
    /// <remarks>A statistic that GinsFSM documents as the parameter <c>n_gsocks</c>.</remarks>
    [Parameter]
    public partial int NGsocks { get; private set; }

    /// <summary>The address of the first endpoint, with the port in use (GinsFSM <c>sockname</c>); null without an endpoint.</summary>
    public EndPoint? Sockname => _endpoints is [var first, ..] ? first.Address : null;

    /// <summary>Whether accepting is paused, by <see cref="EvPauseAccepting"/>.</summary>
    public bool IsPaused => CurrentState == State.Paused;

    /// <summary>Number of accepted connections that became a <see cref="GSock"/>, since the creation.</summary>
    public long Accepted { get; private set; }

    /// <summary>Number of connections that the server refused, for any <see cref="RefusalReason"/>, since the creation.</summary>
    public long Refusals { get; private set; }

    /// <summary>Number of connections in their TLS handshake or PROXY header.</summary>
    public int HandshakeCount => _unfinished.Count;

    /// <summary>
    /// Number of times that the system ran out of descriptors or memory for connections. A shortage counts once, however long it lasts.
    /// </summary>
    public long DrySpells { get; private set; }

    /// <inheritdoc/>
    protected override IEnumerable<StatisticValue> Statistics =>
    [
        new(nameof(Accepted), Accepted),
        new(nameof(Refusals), Refusals),
        new(nameof(HandshakeCount), HandshakeCount),
        new(nameof(DrySpells), DrySpells),
    ];

    private enum State : byte
    {
        /// <summary>The server accepts connections.</summary>
        [Enter(nameof(AcWatch)), Exit(nameof(AcUnwatch))]
        [On<EvAcceptable>(nameof(AcAccept))]
        [On<EvStarved>(nameof(AcStarve), Next = Starved)]
        [On<EvFull>(nameof(AcFull), Next = Full)]
        [On<EvCrowded>(nameof(AcCrowd), Next = Crowded)]
        [Refuse]
        Listening,

        /// <summary>The system has no descriptor or memory left. Connections wait in the backlog.</summary>
        [After(RestMilliseconds, Next = Listening)]
        [Refuse]
        Starved,

        /// <summary>The limit of connections is reached, here or at all workers. More connections wait in the backlog.</summary>
        [On<EvRoom>(nameof(AcFreed), Next = Listening)]
        [After(RestMilliseconds, nameof(AcFreed), Next = Listening, When = nameof(HasRoom))]
        [After(RestMilliseconds, Next = Full)]
        [Refuse]
        Full,

        /// <summary>
        /// The limit of unfinished connections is reached. More wait in the backlog until one finishes, or is ended for stalling.
        /// </summary>
        [On<EvRoom>(Next = Listening)]
        [Refuse]
        Crowded,

        /// <summary>Accepting is paused. Connections wait in the backlog.</summary>
        [On<EvResumeAccepting>(nameof(AcResume), Next = Listening)]
        [Ignore<EvPauseAccepting>]
        [Refuse]
        Paused,
    }

    /// <summary>A connection is waiting to be accepted.</summary>
    private readonly record struct EvAcceptable(ServerEndpoint Endpoint);

    /// <summary>The system has no descriptor or memory for another connection.</summary>
    private readonly record struct EvStarved(SocketError Error);

    /// <summary>The limit of connections is reached.</summary>
    private readonly record struct EvFull;

    /// <summary>The limit of unfinished connections is reached.</summary>
    private readonly record struct EvCrowded;

    /// <summary>The number of connections, or of unfinished ones, is below its limit again.</summary>
    private readonly record struct EvRoom;

    /// <summary>A server of another loop has handed a connection to this server.</summary>
    private readonly record struct EvHandedOver(Parcel Parcel);
}

/// <summary>An accepted gsock of a <see cref="GServerSock"/> was destroyed.</summary>
internal readonly record struct EvGsockGone(GSock Gsock);
