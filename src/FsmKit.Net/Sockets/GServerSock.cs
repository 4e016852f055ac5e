using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>Listening sockets: each connection that they accept becomes a <see cref="GSock"/> below the subscriber.</summary>
/// <remarks>
/// After GinsFSM's GServerSock. It listens from its creation on until it is destroyed; the connections survive it. The new gsock, named
/// <c>{server}.clisrv_{number in hexadecimal}</c> when the server has a name, is the source of its own <see cref="EvConnected"/>.
/// </remarks>
[GClass(Reentrancy = Reentrancy.Nested)]
[Input<EvPauseAccepting>, Input<EvResumeAccepting>]
[Input<EvAcceptable>, Input<EvStarved>, Input<EvFull>, Input<EvCrowded>, Input<EvRoom>, Input<EvGsockGone>, Input<EvHandedOver>]
[Output<EvEndpoint>(Optional = true), Output<EvServing>(Optional = true), Output<EvRefused>(Optional = true)]
[On<EvGsockGone>(nameof(AcGsockGone))]
[On<EvHandedOver>(nameof(AcTakeOver))]
[On<EvPauseAccepting>(nameof(AcPause), Next = "Paused")]
[Ignore<EvResumeAccepting>, Ignore<EvAcceptable>, Ignore<EvRoom>]
public sealed partial class GServerSock : GObj
{
    /// <summary>How many accepted gsocks there are, those in their TLS handshake among them, until they are destroyed, by whomever.</summary>
    [Parameter]
    public partial int NGsocks { get; private set; }

    /// <summary>The first address that it listens on, with the port in use.</summary>
    public EndPoint? Sockname => _endpoints is [var first, ..] ? first.Address : null;

    /// <summary>Whether <see cref="EvPauseAccepting"/> came last.</summary>
    public bool IsPaused => CurrentState == State.Paused;

    /// <summary>How many connections have become gsocks.</summary>
    public long Accepted { get; private set; }

    /// <summary>How many connections were closed before anybody heard of them.</summary>
    public long Refusals { get; private set; }

    /// <summary>How many connections are in their TLS handshake or PROXY header.</summary>
    public int HandshakeCount => _unfinished.Count;

    /// <summary>How often the system had no descriptor or memory left for a connection; a dry spell counts once.</summary>
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
        /// <summary>Accepting what comes.</summary>
        [Enter(nameof(AcWatch)), Exit(nameof(AcUnwatch))]
        [On<EvAcceptable>(nameof(AcAccept))]
        [On<EvStarved>(nameof(AcStarve), Next = Starved)]
        [On<EvFull>(nameof(AcFull), Next = Full)]
        [On<EvCrowded>(nameof(AcCrowd), Next = Crowded)]
        Listening,

        /// <summary>The system has no descriptors or memory left: connections wait in the backlog.</summary>
        [After(RestMilliseconds, Next = Listening)]
        [Refuse]
        Starved,

        /// <summary>There are as many connections as there may be, here or at all workers: more wait in the backlog.</summary>
        [On<EvRoom>(nameof(AcFreed), Next = Listening)]
        [After(RestMilliseconds, nameof(AcFreed), Next = Listening, When = nameof(HasRoom))]
        [After(RestMilliseconds, Next = Full)]
        [Refuse]
        Full,

        /// <summary>As many handshakes as may be are under way: more connections wait in the backlog until one finishes, or is ended because it stalls.</summary>
        [On<EvRoom>(Next = Listening)]
        [Refuse]
        Crowded,

        /// <summary>Told to accept nothing: connections wait in the backlog.</summary>
        [On<EvResumeAccepting>(nameof(AcResume), Next = Listening)]
        [Ignore<EvPauseAccepting>]
        [Refuse]
        Paused,
    }

    /// <inheritdoc/>
    protected override void StartUp()
    {
        SslOptions?.CheckServer(Gaplic.Logger);
        _prepare = Prepare;
        _gsockSettings = ReadGsockSettings();
        _reactor = NetReactor.Of(Gaplic);
        if (AutoListen)
        {
            Listen();
        }
    }

    /// <inheritdoc/>
    protected override void GoOut()
    {
        _inbox.Close();
        ClosePrefaces();
        foreach (var endpoint in _endpoints)
        {
            endpoint.Close();
        }
    }

    /// <summary>A connection is waiting to be accepted.</summary>
    private readonly record struct EvAcceptable(ServerEndpoint Endpoint);

    /// <summary>The system has no descriptor or memory for another connection.</summary>
    private readonly record struct EvStarved(SocketError Error);

    /// <summary>There must not be more connections.</summary>
    private readonly record struct EvFull;

    /// <summary>There must not be more unfinished connections.</summary>
    private readonly record struct EvCrowded;

    /// <summary>There may be more connections again.</summary>
    private readonly record struct EvRoom;

    /// <summary>Another loop's server has accepted a connection for this one.</summary>
    private readonly record struct EvHandedOver(Parcel Parcel);
}

/// <summary>An accepted gsock of a <see cref="GServerSock"/> is destroyed.</summary>
internal readonly record struct EvGsockGone(GSock Gsock);
