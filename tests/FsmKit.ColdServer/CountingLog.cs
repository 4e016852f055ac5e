using Microsoft.Extensions.Logging;

namespace FsmKit.ColdServer;

/// <summary>Counts the lines, and writes them to the error output.</summary>
internal sealed class CountingLog : ILogger
{
    private int _lines;

    public int Lines => Volatile.Read(ref _lines);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            Interlocked.Increment(ref _lines);
            Console.Error.WriteLine($"{logLevel}: {formatter(state, exception)} {exception}");
        }
    }
}
