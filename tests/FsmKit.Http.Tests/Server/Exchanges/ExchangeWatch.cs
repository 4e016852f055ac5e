using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>
/// Notes in which combinations of their flags the exchanges of a server are seen. A logger: a traced machine logs each event before and after its action, so each line is a moment to
/// look at all exchanges.
/// </summary>
internal sealed class ExchangeWatch : ILogger
{
    private readonly HashSet<HttpExchange> _exchanges = [];
    private readonly HashSet<(string, string)> _seen;
    private GHttpServer? _server;

    public ExchangeWatch(HashSet<(string Of, string Flags)> seen) => _seen = seen;

    /// <summary>Looks at the exchanges of this server from now on.</summary>
    public void Begin(GHttpServer server) => _server = server;

    /// <summary>Notes the combinations of this moment.</summary>
    public void Look()
    {
        if (_server is not { IsDestroyed: false } server)
        {
            return;
        }

        foreach (var channel in server.Children<GHttpCliSrv>())
        {
            if (ExchangeOf(channel) is { } exchange)
            {
                _exchanges.Add(exchange);
            }

            _seen.Add(("channel", FlagsOf(channel)));
        }

        foreach (var exchange in _exchanges)
        {
            var flags = FlagsOf(exchange);
            _seen.Add(("exchange", flags));
            _seen.Add(("exchange, with its states", $"{flags}: {exchange.States.Phase} {exchange.States.Holder}"));
            Compare(exchange);
            _seen.Add(("application", WordsOf(exchange)));
        }
    }

    /// <summary>
    /// The table says what the flags say. A free exchange has no response that could be over, and whether a request counts that its handler is done with while its response is still carried
    /// to the client, the flags told in two ways.
    /// </summary>
    private static void Compare(HttpExchange exchange)
    {
        var (states, response) = (exchange.States, exchange.Response);
        Assert.Equal(
            (exchange.IsOpen, exchange.IsInService, exchange.IsHandlerRunning, exchange.HasEscaped),
            (states.IsOpen, states.IsInService, states.IsHandlerRunning, states.Holder == ExchangeHolder.Kept && exchange.HasEscaped));
        Assert.True(states.Phase == ExchangePhase.Free || (response.IsOver, IsAnswered(response)) == (states.IsOver, states.IsAnswered), $"{states.Phase}: {FlagsOf(exchange)}");
        Assert.True(
            IsCounted(exchange) == states.IsCounted || (states.Phase is ExchangePhase.Told or ExchangePhase.Answered && states.Holder is ExchangeHolder.None or ExchangeHolder.OnStack),
            $"{states.Phase} {states.Holder}: {FlagsOf(exchange)}");
    }

    private static string FlagsOf(HttpExchange exchange) => Join(
        (exchange.Channel is not null, "Attached"),
        (exchange.IsOpen, "Open"),
        (exchange.IsInService, "InService"),
        (IsCounted(exchange), "Counted"),
        (exchange.IsBeingTold, "BeingTold"),
        (exchange.IsHandlerRunning, "HandlerRunning"),
        (exchange.HasEscaped, "Escaped"),
        (exchange.Response.IsOver, "Over"),
        (IsAnswered(exchange.Response), "Answered"),
        (exchange.Channel is { } channel && IsSpilling(channel), "Spilling"));

    private static string WordsOf(HttpExchange exchange) => Join(
        (exchange.Response.HasStarted, "HasStarted"),
        (exchange.Response.IsLast, "IsLast"),
        (exchange.Response.IsEnded, "IsEnded"),
        (IsAborted(exchange.Request), "IsAborted"));

    private static string FlagsOf(GHttpCliSrv channel) => Join(
        (channel.Server.Settings.Pumping == channel, "Pumping"),
        (IsReading(channel), "Reading"),
        (ReadsOn(channel), "ReadsOn"),
        (InputEnded(channel), "InputEnded"),
        (IsPaused(channel), "Paused"),
        (WatchesOutput(channel), "WatchesOutput"));

    private static string Join(params ReadOnlySpan<(bool IsSet, string Name)> flags)
    {
        var names = new List<string>();
        foreach (var (isSet, name) in flags)
        {
            if (isSet)
            {
                names.Add(name);
            }
        }

        return names.Count == 0 ? "none" : string.Join(' ', names);
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_exchange")]
    private static extern ref HttpExchange? ExchangeOf(GHttpCliSrv channel);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_isSpilling")]
    private static extern ref bool IsSpilling(GHttpCliSrv channel);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_isReading")]
    private static extern ref bool IsReading(GHttpCliSrv channel);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_readsOn")]
    private static extern ref bool ReadsOn(GHttpCliSrv channel);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_inputEnded")]
    private static extern ref bool InputEnded(GHttpCliSrv channel);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_isPaused")]
    private static extern ref bool IsPaused(GHttpCliSrv channel);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_watchesOutput")]
    private static extern ref bool WatchesOutput(GHttpCliSrv channel);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_isCounted")]
    private static extern ref bool IsCounted(HttpExchange exchange);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_isAnswered")]
    private static extern ref bool IsAnswered(HttpResponse response);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_isAborted")]
    private static extern ref bool IsAborted(HttpRequest request);

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Look();
}
