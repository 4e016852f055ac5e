using Microsoft.Extensions.Logging;

namespace FsmKit.Hosting.Tests;

/// <summary>Keeps the lines of a log by category. Members may be used on any thread.</summary>
internal sealed class KeptLog : ILoggerProvider
{
    private readonly Dictionary<string, LogLines> _categories = [];
    private readonly List<(Func<string, bool> Wanted, TaskCompletionSource Came)> _waiting = [];

    /// <summary>The lines of one category.</summary>
    public LogLines this[string category]
    {
        get
        {
            lock (_categories)
            {
                return _categories.TryGetValue(category, out var lines) ? lines : _categories[category] = [];
            }
        }
    }

    public IReadOnlyList<string> All
    {
        get
        {
            lock (_categories)
            {
                return [.. _categories.Values.SelectMany(static lines => lines.Lines)];
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => new Line(this, this[categoryName]);

    /// <summary>Ends when a line comes, or has come, that contains the text.</summary>
    public Task CameAsync(string text)
    {
        lock (_waiting)
        {
            if (All.Any(line => line.Contains(text, StringComparison.Ordinal)))
            {
                return Task.CompletedTask;
            }

            var came = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((line => line.Contains(text, StringComparison.Ordinal), came));
            return came.Task.WaitAsync(TestHost.Cancellation);
        }
    }

    public void Dispose()
    {
    }

    private void Tell()
    {
        lock (_waiting)
        {
            foreach (var (wanted, came) in _waiting)
            {
                if (All.Any(wanted))
                {
                    came.TrySetResult();
                }
            }
        }
    }

    private sealed class Line(KeptLog log, ILogger lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lines.Log(logLevel, eventId, state, exception, formatter);
            log.Tell();
        }
    }
}
