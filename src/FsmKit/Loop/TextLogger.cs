using Microsoft.Extensions.Logging;

namespace FsmKit;

/// <summary>A logger for console programs and tests: one line of text per entry, an exception below it.</summary>
/// <param name="writer">Where to.</param>
/// <param name="minimum">What is less important than this is left out.</param>
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
