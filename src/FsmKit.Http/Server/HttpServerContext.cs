using System.Diagnostics;
using System.IO.Pipelines;
using FsmKit.Net;

namespace FsmKit.Http;

/// <summary>
/// State shared by the channels of one server: parameters, read once; the pool of exchanges; the output buffer; the counters. Used on the loop only.
/// </summary>
internal sealed class HttpServerContext
{
    /// <summary>Bytes of a request body that wait for their reader; beyond them nothing is read from the client.</summary>
    private const int MostInput = 256 * 1024;

    /// <summary>Bytes of a response body that wait for the loop; beyond them a flush waits.</summary>
    private const int MostOutput = 64 * 1024;

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

    /// <summary>Scheduler of what continues on the loop.</summary>
    public required PipeScheduler Loop { get; init; }

    /// <summary>Scheduler of what continues on the thread of the handlers.</summary>
    public required PipeScheduler Handlers { get; init; }

    /// <summary>Unused memory of the pipes of bodies.</summary>
    public BlockPool Blocks { get; } = new();

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

    /// <summary>Opens the pipe of a request body: written on the loop, read on the thread of the handler.</summary>
    public (PipeReader Reader, PipeWriter Writer) OpenInput() => Open(reader: Handlers, writer: Loop, MostInput);

    /// <summary>Opens the pipe of a response body: written on the thread of the handler, read on the loop.</summary>
    public (PipeReader Reader, PipeWriter Writer) OpenOutput() => Open(reader: Loop, writer: Handlers, MostOutput);

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

    /// <summary>Opens a pipe. A handler on the loop continues under the loop's synchronization context.</summary>
    private (PipeReader Reader, PipeWriter Writer) Open(PipeScheduler reader, PipeScheduler writer, int most) => Pool.Open(new PipeOptions(
        new PipeMemory(Blocks), reader, writer, most, most / 2, BlockPool.SmallLength, useSynchronizationContext: true));
}
