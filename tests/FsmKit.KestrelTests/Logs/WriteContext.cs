using System.Collections.Concurrent;

namespace Microsoft.Extensions.Logging.Testing;

/// <summary>A line of the log.</summary>
public sealed class WriteContext
{
    public LogLevel LogLevel { get; set; }

    public EventId EventId { get; set; }

    public string LoggerName { get; set; }

    public string Message { get; set; }

    public Exception Exception { get; set; }

    public Func<object, Exception, string> Formatter => (_, _) => Message;

    public object State => Message;
}

/// <summary>All lines of a test.</summary>
public interface ITestSink
{
    event Action<WriteContext> MessageLogged;

    ConcurrentQueue<WriteContext> Writes { get; }
}

/// <summary>All lines of a test.</summary>
public sealed class TestSink : ITestSink
{
    public event Action<WriteContext> MessageLogged;

    public ConcurrentQueue<WriteContext> Writes { get; } = new();

    public void Write(WriteContext line)
    {
        Writes.Enqueue(line);
        MessageLogged?.Invoke(line);
    }
}
