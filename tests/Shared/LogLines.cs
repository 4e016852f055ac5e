using System.Collections;
using Microsoft.Extensions.Logging;

namespace FsmKit.TestShared;

/// <summary>
/// Keeps the lines of a log as <c>Level: text exception-message</c>. Lines below the minimum level are dropped; the default keeps all.
/// Members may be used on any thread.
/// </summary>
internal sealed class LogLines(LogLevel minimum = LogLevel.Trace) : ILogger, IReadOnlyCollection<string>
{
    private readonly List<string> _lines = [];

    /// <summary>A copy of the lines, the oldest first.</summary>
    public string[] Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    public int Count
    {
        get
        {
            lock (_lines)
            {
                return _lines.Count;
            }
        }
    }

    /// <summary>Whether a kept line came with an exception; stays true when lines are removed.</summary>
    public bool HasException { get; private set; }

    /// <summary>Returns the lines of one level.</summary>
    public IEnumerable<string> From(LogLevel level) => Lines.Where(line => line.StartsWith($"{level}:", StringComparison.Ordinal));

    /// <summary>Removes lines that a test expects.</summary>
    /// <returns>Number of removed lines.</returns>
    public int RemoveAll(Predicate<string> isExpected)
    {
        lock (_lines)
        {
            return _lines.RemoveAll(isExpected);
        }
    }

    /// <summary>Removes the oldest of equal lines.</summary>
    public bool Remove(string line)
    {
        lock (_lines)
        {
            return _lines.Remove(line);
        }
    }

    public void Clear() => RemoveAll(static _ => true);

    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)Lines).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool IsEnabled(LogLevel logLevel) => logLevel >= minimum;

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            var line = $"{logLevel}: {formatter(state, exception)}{(exception is null ? "" : $" {exception.Message}")}";
            lock (_lines)
            {
                HasException |= exception is not null;
                _lines.Add(line);
            }
        }
    }
}
