using System.Net;
using FsmKit.Net;

namespace FsmKit.Http;

/// <summary>An HTTP/1.1 server: a <see cref="GHttpCliSrv"/> for each connection.</summary>
/// <remarks>
/// After GinsFSM's GHttpServer. It listens from its creation on. Requests go to its <see cref="Handler"/>, or as <see cref="EvHttpRequest"/> to
/// its subscriber, the parent unless another one is named.
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
        /// <summary>Serving who comes.</summary>
        [On<EvConnected>(nameof(AcOpenChannel))]
        [On<EvStopServing>(nameof(AcStop), Next = Draining)]
        [Ignore<EvStartServing>]
        Serving,

        /// <summary>The server has been told to stop: requests that have begun come to their end, new connections are not served.</summary>
        [On<EvDrained>(nameof(AcStopped), Next = Stopped)]
        [After(nameof(DrainTimeout), nameof(AcDropAll))]
        Draining,

        /// <summary>Nothing is served; who connects waits in the backlog.</summary>
        Stopped,
    }

    /// <summary>How many channels there are (GinsFSM <c>n_channels</c>).</summary>
    [Parameter]
    public partial int NChannels { get; private set; }

    /// <summary>The server socket: for what can be said about listening and has no parameter here.</summary>
    public GServerSock ServerSock => _server;

    /// <summary>The first address that it listens on, with the port in use.</summary>
    public EndPoint? Sockname => _server.Sockname;

    /// <summary>How many channels there have been.</summary>
    public long Channels { get; private set; }

    /// <summary>How many connections were answered 503, as there were <see cref="MaxConnections"/>.</summary>
    public long TurnedAway { get; private set; }

    /// <summary>How many field lines behind chunked bodies were dropped, as their fields have no place there (RFC 9110 §6.5.1).</summary>
    public long DroppedTrailers => Context.DroppedTrailers;

    /// <inheritdoc/>
    protected override IEnumerable<StatisticValue> Statistics =>
        [new(nameof(Channels), Channels), new(nameof(TurnedAway), TurnedAway), new(nameof(DroppedTrailers), DroppedTrailers)];

    /// <summary>How many channels ended for that reason.</summary>
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
        HttpLog.Serving(Gaplic.Logger, this, Context.UrlScheme, Sockname);
    }

    /// <inheritdoc/>
    protected override bool IsPart(GObj child) => child is GServerSock or GSock;

    internal HandlerPool Pool { get; set; } = HandlerPool.System;

    internal HttpServerContext Context { get; private set; } = null!;

    /// <summary>Whether it looks at the clock, as there are channels.</summary>
    internal bool IsTicking => _tick.IsArmed;

    /// <summary>One delegate for all channels.</summary>
    internal Func<Outcome, bool> NoteOutcome { get; private set; } = null!;

    /// <summary>A channel has told its end, and can be forgotten (GinsFSM <c>EV_DESTROY_CHANNEL</c>).</summary>
    private readonly record struct EvDestroyChannel(GHttpCliSrv Channel);

    /// <summary>Time to look for what takes too long.</summary>
    private readonly record struct EvTick;

    /// <summary>The last channel is gone.</summary>
    private readonly record struct EvDrained;
}
