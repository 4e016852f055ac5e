using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace FsmKit;

/// <summary>
/// A logger of the application's whose exceptions end here: a line that cannot be written is lost, and whatever was being told goes on.
/// </summary>
internal sealed class GuardedLogger : ILogger
{
    private readonly ILogger _logger;

    private GuardedLogger(ILogger logger) => _logger = logger;

    /// <summary>The logger behind a guard; none is one that writes nothing.</summary>
    public static ILogger Of(ILogger? logger) => logger switch
    {
        null => NullLogger.Instance,
        NullLogger or GuardedLogger => logger,
        _ => new GuardedLogger(logger),
    };

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        try
        {
            return _logger.BeginScope(state) is { } scope ? new Scope(scope) : null;
        }
        catch (Exception)
        {
            return null;
        }
    }

    public bool IsEnabled(LogLevel logLevel)
    {
        try
        {
            return _logger.IsEnabled(logLevel);
        }
        catch (Exception)
        {
            return false;
        }
    }

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        try
        {
            _logger.Log(logLevel, eventId, state, exception, formatter);
        }
        catch (Exception) when (exception is not null)
        {
            // It may be the exception itself that cannot be written; then the rest of the line still can.
            LogWithout(logLevel, eventId, state, exception, formatter);
        }
        catch (Exception)
        {
            // Nothing is left to tell it to.
        }
    }

    private void LogWithout<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception exception, Func<TState, Exception?, string> formatter)
    {
        try
        {
            _logger.Log(logLevel, eventId, state, null, (line, _) => $"{formatter(line, null)} ({exception.GetType()})");
        }
        catch (Exception)
        {
            // Nothing is left to tell it to.
        }
    }

    private sealed class Scope(IDisposable scope) : IDisposable
    {
        public void Dispose()
        {
            try
            {
                scope.Dispose();
            }
            catch (Exception)
            {
                // As with a line.
            }
        }
    }
}
