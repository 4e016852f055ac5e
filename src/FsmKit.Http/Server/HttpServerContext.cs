using System.Diagnostics;
using System.IO.Pipelines;
using FsmKit.Net;

namespace FsmKit.Http;

/// <summary>
/// State shared by the channels of one server: parameters, read once; the pool of exchanges; the output buffer; the counters. Used on the loop only.
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

    public required bool AcceptConnect { get; init; }

    public required bool StreamBodies { get; init; }

    public required bool AnswersBadBodies { get; init; }

    public required bool AbortsAtInputEnd { get; init; }

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

    public required BodyFiles BodyFiles { get; init; }

    /// <summary>Options of the pipes of request bodies: written on the loop, read on the thread of the handlers.</summary>
    public required PipeOptions InputPipes { get; init; }

    /// <summary>Options of the pipes of response bodies: written on the thread of the handlers, read on the loop.</summary>
    public required PipeOptions OutputPipes { get; init; }

    /// <summary>The output buffer of all channels of the server.</summary>
    public OutputBuffer Output { get; } = new();

    /// <summary>The channel that reads at this moment and collects its answers; null when none does.</summary>
    public GHttpCliSrv? Pumping { get; set; }

    /// <summary>Index in <see cref="Output"/> of the first answer that <see cref="Pumping"/> has collected.</summary>
    public int PumpedFrom { get; set; }

    /// <summary>Number of requests that count against <see cref="GHttpServer.MaximumSimultaneousRequests"/>.</summary>
    public int InService { get; set; }

    /// <summary>Number of dropped trailer lines; see <see cref="GHttpServer.DroppedTrailers"/>.</summary>
    public long DroppedTrailers { get; set; }

    /// <summary>Whether the server is stopping, so that each response is the last one of its connection.</summary>
    public bool IsStopping { get; set; }

    /// <summary>Whether a subscriber has taken the request that is being published.</summary>
    public bool IsTaken { get; set; }

    /// <summary>
    /// Returns options of a pipe between the loop and the handlers. A handler on the loop continues under the loop's synchronization context.
    /// </summary>
    public static PipeOptions PipesBetween(PipeScheduler readers, PipeScheduler writers) =>
        new(readerScheduler: readers, writerScheduler: writers, useSynchronizationContext: true);

    /// <summary>Takes an exchange from the pool for a channel whose client begins a request.</summary>
    public HttpExchange Rent(GHttpCliSrv channel)
    {
        if (!_spare.TryPop(out var exchange))
        {
            exchange = new HttpExchange(this);
        }

        exchange.Channel = channel;
        return exchange;
    }

    /// <summary>Returns an exchange to the pool. The application must not hold it.</summary>
    public void Return(HttpExchange exchange)
    {
        Debug.Assert(exchange.States.CanRecycle, "Nothing holds the exchange.");
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

    /// <summary>Ends the application's hold on the exchange, and returns a detached one to the pool.</summary>
    public void Release(HttpExchange exchange)
    {
        exchange.Does(ExchangeSignal.Release);
        if (exchange.Channel is null && exchange.States.CanRecycle)
        {
            exchange.Forget();
            Return(exchange);
        }
    }

    public bool Note(Outcome outcome)
    {
        IsTaken |= outcome is Outcome.Handled or Outcome.Queued;
        return false;
    }
}
