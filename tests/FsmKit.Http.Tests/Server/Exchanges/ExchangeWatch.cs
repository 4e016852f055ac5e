using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace FsmKit.Http.Tests;

/// <summary>
/// Notes in which pairs of states the exchanges of a server are seen, and in which combinations of their flags its channels. A logger: a traced machine logs each event before and after its action, so each line is a moment to
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

    /// <summary>Whether a part of a body is on its way to a file.</summary>
    public bool IsSpilling => _exchanges.Any(static exchange => exchange.States.IsSpilling);

    /// <summary>Notes the combinations of this moment.</summary>
    public void Look()
    {
        if (_server is not { IsDestroyed: false } server)
        {
            return;
        }

        foreach (var channel in server.Children<GHttpCliSrv>())
        {
            if (channel.Answering?.Current is { } exchange)
            {
                _exchanges.Add(exchange);
            }

            _seen.Add(("channel", FlagsOf(channel)));
        }

        foreach (var exchange in _exchanges)
        {
            _seen.Add(("exchange", $"{exchange.States.Phase} {exchange.States.Holder}"));
            _seen.Add(("application", WordsOf(exchange)));
        }
    }

    private static string WordsOf(HttpExchange exchange) => Join(
        (exchange.Response.HasStarted, "HasStarted"),
        (exchange.Response.IsLast, "IsLast"),
        (exchange.Response.IsEnded, "IsEnded"),
        (IsAborted(exchange.Request), "IsAborted"));

    private static string FlagsOf(GHttpCliSrv channel) => Join(
        (channel.Server.Context.Pumping == channel, "Pumping"),
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

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_isAborted")]
    private static extern ref bool IsAborted(HttpRequest request);

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Look();
}
