using System.Net;
using FsmKit.Net;

namespace FsmKit.Http;

/// <summary>An HTTP/1.1 server. Each accepted connection becomes a <see cref="GHttpCliSrv"/> below it.</summary>
/// <remarks>
/// After GinsFSM's GHttpServer. The server listens from its creation on. Requests go to <see cref="Handler"/> or
/// <see cref="AsyncHandler"/>, or as <see cref="EvHttpRequest"/> to the subscriber, by default the parent.
/// </remarks>
[GClass(Reentrancy = Reentrancy.Nested)]
[Input<EvConnected>, Input<EvHttpChannelClosed>, Input<EvDestroyChannel>, Input<EvStopServing>, Input<EvStartServing>]
[Input<EvTick>, Input<EvDrained>]
[Output<EvHttpServerStopped>(Optional = true)]
[On<EvHttpChannelClosed>(nameof(AcChannelClosed))]
[On<EvDestroyChannel>(nameof(AcDestroyChannel))]
[On<EvTick>(nameof(AcTick))]
[On<EvConnected>(nameof(AcTurnAwayStopped)), On<EvStartServing>(nameof(AcStart), Next = "Serving")]
[Ignore<EvStopServing>, Ignore<EvDrained>]
public sealed partial class GHttpServer : GObj
{
    private GServerSock _server = null!;

    private enum State : byte
    {
        /// <summary>Connections are accepted and served.</summary>
        [On<EvConnected>(nameof(AcOpenChannel))]
        [On<EvStopServing>(nameof(AcStop), Next = Draining)]
        [Ignore<EvStartServing>]
        Serving,

        /// <summary>The server is stopping: requests that have begun are completed, new connections are not served.</summary>
        [On<EvDrained>(nameof(AcStopped), Next = Stopped)]
        [After(nameof(DrainTimeout), nameof(AcDropAll))]
        Draining,

        /// <summary>Nothing is served; new connections wait in the backlog.</summary>
        Stopped,
    }

    /// <summary>Number of connections (<see cref="GHttpCliSrv"/>) at this moment (GinsFSM <c>n_channels</c>).</summary>
    public int NChannels { get; private set; }

    /// <summary>The server socket, for the state and parameters of listening that this gclass does not repeat.</summary>
    public GServerSock ServerSock => _server;

    /// <summary>The first address that the server listens on, with the port in use; null when it listens on none.</summary>
    public EndPoint? Sockname => _server.Sockname;

    /// <summary>Number of connections (<see cref="GHttpCliSrv"/>) since the server was created.</summary>
    public long Channels { get; private set; }

    /// <summary>Number of connections answered 503 because of <see cref="MaxConnections"/>.</summary>
    public long TurnedAway { get; private set; }

    /// <summary>Number of trailer lines that were dropped because their fields are not allowed in trailers (RFC 9110 §6.5.1).</summary>
    public long DroppedTrailers => Context.DroppedTrailers;

    /// <inheritdoc/>
    protected override IEnumerable<StatisticValue> Statistics =>
    [
        new(nameof(NChannels), NChannels),
        new(nameof(Channels), Channels),
        new(nameof(TurnedAway), TurnedAway),
        new(nameof(DroppedTrailers), DroppedTrailers),
    ];

    /// <summary>Returns the number of connections that ended for this reason.</summary>
    public long EndedFor(ChannelEndReason reason) => _ended[(int)reason];

    /// <inheritdoc/>
    protected override void StartUp()
    {
        HttpColdStart.Ensure();
        Gaplic.ReservePosts<EvDestroyChannel>(NetReactor.EndsAtOnce);
        Context = MakeContext();
        NoteOutcome = Context.Note;
        _server = Create<GServerSock>(null, Configure);
        Port = _server.Sockname is IPEndPoint address ? address.Port : Port;
        _tickLength = MakeTickLength();
        _tick = new LoopTimer(this, () => this.Send(new EvTick()));
        HttpLog.Serving(Logger, this, Context.UrlScheme, Sockname);
    }

    /// <inheritdoc/>
    protected override bool IsPart(GObj child) => child is GServerSock or GSock;

    internal HandlerPool Pool { get; set; } = HandlerPool.System;

    internal BodyFiles BodyFiles { get; set; } = BodyFiles.System;

    internal HttpServerContext Context { get; private set; } = null!;

    /// <summary>Whether the tick timer runs; it rests while there are no channels.</summary>
    internal bool IsTicking => _tick.IsArmed;

    /// <summary>The delegate that notes the outcome of a published request, shared by all channels.</summary>
    internal Func<Outcome, bool> NoteOutcome { get; private set; } = null!;

    /// <summary>Destroys a channel that has announced its end (GinsFSM <c>EV_DESTROY_CHANNEL</c>).</summary>
    private readonly record struct EvDestroyChannel(GHttpCliSrv Channel);

    /// <summary>Checks the timeouts and rates of all channels.</summary>
    private readonly record struct EvTick;

    /// <summary>Reports that the last channel is gone.</summary>
    private readonly record struct EvDrained;
}
