using System.Globalization;
using System.IO.Pipelines;
using FsmKit.Net;

namespace FsmKit.Http;

/// <content>Creation and end of connections.</content>
public sealed partial class GHttpServer
{
    /// <summary>Longest period of the tick timer in milliseconds. The period is an eighth of the shortest timeout, if that is less.</summary>
    private const long CoarsestTick = 1000;

    /// <summary>Connections beyond <see cref="MaxConnections"/> that are answered 503 at the same time; more wait in the backlog.</summary>
    private const int MostTurnedAway = 64;

    private readonly List<GHttpCliSrv> _channels = [];
    private readonly LogThrottle _fullLines = new(10_000);
    private readonly long[] _ended = new long[Enum.GetValues<ChannelEndReason>().Length];
    private long _number;
    private LoopTimer _tick = null!;
    private TimeSpan _tickLength;
    private int _turningAway;
    private GSock? _accepted;
    private Action<GHttpCliSrv>? _prepare;

    private void Configure(GServerSock server)
    {
        server.Host = Host;
        server.Port = Port;
        server.ReusePort = ReusePort;
        server.SslOptions = SslOptions;
        server.Origins = Origins;
        server.MaxConnections = MaxConnections == 0 ? 0 : (int)Math.Min(int.MaxValue, (long)MaxConnections + MostTurnedAway);
        ConfigureServerSock?.Invoke(server);
        var configure = server.ConfigureGsock;
        server.Subscriber = this;
        server.ConfigureGsock = gsock =>
        {
            configure?.Invoke(gsock);

            // A client that has ended its stream still wants its answer. The channel itself limits the waiting output.
            gsock.AllowHalfOpen = true;
            gsock.OutbufOverflow = int.MaxValue;
        };
    }

    private HttpServerContext MakeContext()
    {
        if (Handler is not null && AsyncHandler is not null)
        {
            throw new ParameterException($"{this} has a Handler and an AsyncHandler: set only one of them.");
        }

        var loop = new LoopPipeScheduler(Gaplic);
        return new HttpServerContext
        {
            Pool = Pool,
            BodyFiles = BodyFiles,
            Loop = loop,
            Handlers = HandlersRunOn == HandlerThread.Loop ? loop : Pool.Scheduler,
            Options = new HttpServerOptions
            {
                ServerName = Identity.Length == 0 ? null : Identity,
                Time = Gaplic.Time,
                Limits = Limits.With(MaxRequestHeaderSize, MaxRequestBodySize),
            },
            UrlScheme = UrlScheme.Length > 0 ? UrlScheme : SslOptions is null ? "http" : "https",
            IsSecure = SslOptions is not null,
            TrustedGateways = TrustedGateways,
            AccessLog = AccessLog,
            AcceptConnect = AcceptConnect,
            InspectHead = InspectHead,
            Handler = Handler,
            AsyncHandler = AsyncHandler,
            HandlersRunOn = HandlersRunOn,
            StreamBodies = StreamBodies,
            AnswersBadBodies = AnswersBadBodies,
            AbortsAtInputEnd = AbortsAtInputEnd,
            ExposeTracebacks = ExposeTracebacks,
            InbufOverflow = InbufOverflow,
            OutbufOverflow = OutbufOverflow,
            MaximumSimultaneousRequests = MaximumSimultaneousRequests,
            MaxRequestsPerConnection = MaxRequestsPerConnection,
            KeepAliveTimeout = Milliseconds(KeepAliveTimeout),
            InactivityTimeout = Milliseconds(InactivityTimeout),
            HeadTimeout = Milliseconds(HeadTimeout),
            ResponselessTimeout = Milliseconds(ResponselessTimeout),
            BodyRate = new RateLimit(MinBodyRate, Milliseconds(RateWindow)),
            ResponseRate = new RateLimit(MinResponseRate, Milliseconds(RateWindow)),
        };
    }

    /// <summary>Returns the time in milliseconds, at least 1; for zero, which means no limit, a value that no time reaches.</summary>
    private static long Milliseconds(TimeSpan time) =>
        time == TimeSpan.Zero ? long.MaxValue : Math.Max(1, (long)Math.Min(time.TotalMilliseconds, long.MaxValue / 4));

    private void AcOpenChannel(in EvConnected e)
    {
        var channel = NewChannel(e.Gsock);
        if (MaxConnections > 0 && NChannels - _turningAway > MaxConnections && !channel.IsDestroyed)
        {
            TurnedAway++;
            if (_fullLines.Admits(Gaplic.Clock.Now, out var count))
            {
                HttpLog.Full(Logger, this, MaxConnections, count);
            }

            _turningAway++;
            channel.IsTurnedAway = true;
            HttpMeter.Refused();
            channel.Send(new GHttpCliSrv.EvTurnAway());
        }
    }

    private void AcTurnAwayStopped(in EvConnected e) => NewChannel(e.Gsock).Send(new GHttpCliSrv.EvServerStopping());

    private GHttpCliSrv NewChannel(GSock gsock)
    {
        _accepted = gsock;
        gsock.UnsubscribeAll();
        _prepare ??= Prepare;
        var channel = Create(string.Create(CultureInfo.InvariantCulture, $"channel_{++_number:x}"), _prepare);
        if (!_tick.IsArmed)
        {
            _tick.Arm(_tickLength);
        }

        return channel;
    }

    /// <summary>Adds a new channel to the list, before its first event: a subscriber may destroy the channel in that event.</summary>
    internal void Enlist(GHttpCliSrv channel)
    {
        channel.Index = _channels.Count;
        _channels.Add(channel);
        (NChannels, Channels) = (NChannels + 1, Channels + 1);
    }

    private void Prepare(GHttpCliSrv channel)
    {
        channel.Server = this;
        channel.Gsock = _accepted!;
        channel.Subscriber = Subscriber ?? Parent;
    }

    private TimeSpan MakeTickLength() => TimeSpan.FromMilliseconds(Math.Clamp(
        new[] { KeepAliveTimeout, InactivityTimeout, HeadTimeout, ResponselessTimeout, RateWindow }
            .Where(static timeout => timeout > TimeSpan.Zero).Min(static timeout => (long)Math.Min(timeout.TotalMilliseconds, CoarsestTick * 8)) / 8,
        1, CoarsestTick));

    /// <summary>Has each channel check its timeouts and rates. The timer rests while there are no channels.</summary>
    private void AcTick()
    {
        var now = new GHttpCliSrv.EvTick(Gaplic.Clock.Now);
        for (var i = _channels.Count - 1; i >= 0; i--)
        {
            if (_channels[i].IsLeftOver)
            {
                // The end of this channel could not be announced because memory ran out.
                _channels[i].Destroy();
            }
            else
            {
                _channels[i].Hear(in now);
            }
        }

        if (_channels.Count > 0)
        {
            _tick.Arm(_tickLength);
        }
    }

    private void AcChannelClosed(in EvHttpChannelClosed e) => PostAlways(new EvDestroyChannel(e.Channel));

    private static void AcDestroyChannel(in EvDestroyChannel e) => e.Channel.Destroy();

    /// <summary>Removes a destroyed channel from the list and counts its end. A second call does nothing.</summary>
    internal void Forget(GHttpCliSrv channel, ChannelEndReason reason)
    {
        if (channel.Index < 0)
        {
            return;
        }

        _ended[(int)reason]++;
        var last = _channels[^1];
        _channels[channel.Index] = last;
        last.Index = channel.Index;
        _channels.RemoveAt(_channels.Count - 1);
        NChannels--;
        _turningAway -= channel.IsTurnedAway ? 1 : 0;
        if (_channels.Count == 0 && CurrentState == State.Draining)
        {
            this.Send(new EvDrained());
        }
    }
}
