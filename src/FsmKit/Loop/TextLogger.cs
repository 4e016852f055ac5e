using Microsoft.Extensions.Logging;

namespace FsmKit;

/// <summary>Logger for console programs and tests. Writes one line of text per entry, and an exception below it. Thread-safe.</summary>
/// <param name="writer">Destination of the text. The logger does not dispose it.</param>
/// <param name="minimum">Lowest level that is written. Default <see cref="LogLevel.Information"/>.</param>
public sealed class TextLogger(TextWriter writer, LogLevel minimum = LogLevel.Information) : ILogger
{
    private readonly Lock _lock = new();

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel >= minimum && logLevel != LogLevel.None;

    /// <inheritdoc/>
    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        if (!IsEnabled(logLevel))
        {
            return;
        }

        lock (_lock)
        {
            writer.WriteLine(logLevel < LogLevel.Warning ? formatter(state, exception) : $"{logLevel}: {formatter(state, exception)}");
            if (exception is not null)
            {
                writer.WriteLine(exception);
            }
        }
    }
}
