using FsmKit.Http;
using FsmKit.Net;
using Microsoft.Extensions.Logging;

namespace FsmKit.AspNetCore;

/// <summary>Spare exchanges of one loop, and what they have in common. Used on the loop.</summary>
internal abstract class ExchangePool(FsmKitServerOptions options, ILogger logger)
{
    private const int MostSpare = 1024;
    private readonly Stack<Exchange> _spare = new();

    public FsmKitServerOptions Options => options;

    public ILogger Logger => logger;

    /// <summary>The port that the loops after the first share with it, for each endpoint; 0 for the first loop.</summary>
    public Dictionary<FsmKitEndpoint, int> Ports { get; init; } = [];

    /// <summary>Number of exchanges that have begun and have not come back.</summary>
    public int RentedCount { get; private set; }

    public bool StartsOnLoop { get; } = options.Handlers == ApplicationThread.Loop;

    public Exchange Rent(GAspNetServer server)
    {
        if (!_spare.TryPop(out var exchange))
        {
            exchange = Make(server);
        }

        RentedCount++;
        return exchange;
    }

    public void Return(Exchange exchange)
    {
        RentedCount--;
        if (_spare.Count < MostSpare)
        {
            _spare.Push(exchange);
        }
    }

    public void Configure(GHttpServer server, FsmKitEndpoint endpoint)
    {
        server.Host = EndpointHosts.ForServerSock(endpoint.Host);
        server.Port = Ports.GetValueOrDefault(endpoint, endpoint.Port);
        server.ReusePort = options.Loops > 1 && !endpoint.IsUnixSocket;
        server.SslOptions = endpoint.Tls;
        server.StreamBodies = true;
        server.AcceptConnect = true;
        server.AnswersBadBodies = true;
        server.AbortsAtInputEnd = true;
        server.Limits = HttpLimits.Tolerant;
        server.HandlersRunOn = StartsOnLoop ? HandlerThread.Loop : HandlerThread.ThreadPool;
        server.Identity = options.AddServerHeader ? server.Identity : "";
        server.DrainTimeout = options.DrainTimeout;

        // The adapter limits bodies itself: an endpoint may change the limit until the first read.
        server.MaxRequestBodySize = long.MaxValue;
        options.ConfigureServer?.Invoke(server);
    }

    protected abstract Exchange Make(GAspNetServer server);
}
