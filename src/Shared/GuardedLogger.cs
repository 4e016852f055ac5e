using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace FsmKit;

/// <summary>Wraps the application's logger and swallows its exceptions: an entry that cannot be written is lost, and the caller continues.</summary>
internal sealed class GuardedLogger : ILogger
{
    private readonly ILogger _logger;

    private GuardedLogger(ILogger logger) => _logger = logger;

    /// <summary>Returns the guarded logger; for null, a logger that writes nothing.</summary>
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
            // The exception itself may be what cannot be written; the rest of the entry still can.
            LogWithout(logLevel, eventId, state, exception, formatter);
        }
        catch (Exception)
        {
            // The entry is lost: there is no other place to report the problem.
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
            // The entry is lost: there is no other place to report the problem.
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
                // Swallowed, as for an entry.
            }
        }
    }
}
