using System.IO.Pipelines;
using FsmKit.Net;

namespace FsmKit.Http;

/// <summary>
/// Shared by the channels of one server: its parameters, read once, so that a connection holds none of them; the pool of exchanges; the output buffer; the counters. On the loop alone.
/// </summary>
internal sealed class HttpServerContext
{
    private const int MostSpare = 256;
    private readonly Stack<HttpExchange> _spare = new();

    public required HttpServerOptions Options { get; init; }

    public required string UrlScheme { get; init; }

    public required bool IsSecure { get; init; }

    public required AddressRanges TrustedGateways { get; init; }

    public required HttpAccessLog? AccessLog { get; init; }

    public required Func<HttpRequest, int>? InspectHead { get; init; }

    public required HttpHandler? Handler { get; init; }

    public required HttpAsyncHandler? AsyncHandler { get; init; }

    public required HandlerThread HandlersRunOn { get; init; }

    public required bool StreamBodies { get; init; }

    public required bool ExposeTracebacks { get; init; }

    public required int InbufOverflow { get; init; }

    public required int OutbufOverflow { get; init; }

    public required int MaximumSimultaneousRequests { get; init; }

    public required int MaxRequestsPerConnection { get; init; }

    public required long KeepAliveTimeout { get; init; }

    public required long InactivityTimeout { get; init; }

    public required long HeadTimeout { get; init; }

    public required long ResponselessTimeout { get; init; }

    public required RateLimit BodyRate { get; init; }

    public required RateLimit ResponseRate { get; init; }

    public required HandlerPool Pool { get; init; }

    /// <summary>The pipes that bodies of requests go through: written on the loop, read where the handlers run.</summary>
    public required PipeOptions InputPipes { get; init; }

    /// <summary>The pipes that bodies of responses go through: the other way.</summary>
    public required PipeOptions OutputPipes { get; init; }

    /// <summary>What the channels of the loop write into, one after the other.</summary>
    public OutputBuffer Output { get; } = new();

    /// <summary>The channel that reads at this moment, and collects its answers; null when none does.</summary>
    public GHttpCliSrv? Pumping { get; set; }

    /// <summary>Where the collected answers of <see cref="Pumping"/> begin in <see cref="Output"/>.</summary>
    public int PumpedFrom { get; set; }

    /// <summary>How many requests the application has not answered.</summary>
    public int InService { get; set; }

    /// <summary>How many field lines behind chunked bodies were dropped, as their fields have no place there.</summary>
    public long DroppedTrailers { get; set; }

    /// <summary>Whether the server has been told to stop: what is answered now is the last of its connection.</summary>
    public bool IsStopping { get; set; }

    /// <summary>Whether a subscriber has taken the request that is being published.</summary>
    public bool IsTaken { get; set; }

    /// <summary>
    /// How a pipe between a loop and the handlers runs what waits for it. A handler on the loop awaits under the loop's synchronization context,
    /// and goes on under it.
    /// </summary>
    public static PipeOptions PipesBetween(PipeScheduler readers, PipeScheduler writers) =>
        new(readerScheduler: readers, writerScheduler: writers, useSynchronizationContext: true);

    /// <summary>For a channel whose client begins a request.</summary>
    public HttpExchange Rent(GHttpCliSrv channel)
    {
        if (!_spare.TryPop(out var exchange))
        {
            exchange = new HttpExchange(this);
        }

        exchange.Channel = channel;
        return exchange;
    }

    /// <summary>Of a channel that has nothing to do. An exchange that the application may still hold does not come back.</summary>
    public void Return(HttpExchange exchange)
    {
        exchange.Channel = null;
        if (!exchange.Protocol.IsAtStart)
        {
            exchange.Protocol.Reset();
        }

        if (_spare.Count < MostSpare)
        {
            _spare.Push(exchange);
        }
    }

    public bool Note(Outcome outcome)
    {
        IsTaken |= outcome is Outcome.Handled or Outcome.Queued;
        return false;
    }
}
