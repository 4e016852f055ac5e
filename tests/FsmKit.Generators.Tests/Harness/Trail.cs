using Microsoft.Extensions.Logging;

namespace FsmKit.Generators.Tests;

/// <summary>Notes of a scene, in order, and the log of its loop from <see cref="Minimum"/> on.</summary>
public sealed class Trail : ILogger
{
    /// <summary>The lines of the scene that runs on this thread. A field, so that the generator knows that writing to it leads nowhere.</summary>
#pragma warning disable CA2211
    [ThreadStatic]
    public static List<string>? Lines;
#pragma warning restore CA2211

    /// <summary>Lowest log level that is kept.</summary>
    public LogLevel Minimum { get; set; } = LogLevel.Warning;

    /// <summary>Adds a line; the generator knows nothing about this method.</summary>
    public static void Say(object? line) => Lines!.Add(line?.ToString() ?? "null");

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel >= Minimum;

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            Lines!.Add($"{logLevel}#{eventId.Id}" + (logLevel <= LogLevel.Information ? " " + formatter(state, exception) : exception is null ? "" : $"({exception.Message})"));
        }
    }
}
