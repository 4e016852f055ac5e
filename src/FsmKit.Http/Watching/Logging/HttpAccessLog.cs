using System.Buffers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace FsmKit.Http;

/// <summary>
/// An access log in the NCSA formats, as Apache and nginx write them and every analyser reads them. One serves any number of servers, loops
/// and threads.
/// </summary>
/// <remarks>
/// A line costs its caller a copy into a buffer; a thread of the log's own writes the buffer at least twice per second. When what is
/// written to is slower than the requests are, lines are left out and counted in <see cref="Dropped"/>: neither a loop nor the memory pays
/// for a slow disk. Dispose it when the servers have ended: what was logged until then is written.
/// <para>Octets that are not printable ASCII, <c>"</c> and <c>\</c> are written as <c>\xHH</c>, so that no client can forge a line. A
/// target, referer or user agent of more than 8192 octets is cut.</para>
/// </remarks>
public sealed partial class HttpAccessLog : IDisposable, IAsyncDisposable
{
    private const int Capacity = 1024 * 1024;

    private readonly HttpLogFormat _format;
    private readonly bool _canReopen;
    private long _dropped;

    private HttpAccessLog(ILogTarget target, HttpLogFormat format, bool canReopen, ILogger? logger)
    {
        (_target, _format, _canReopen) = (target, format, canReopen);
        _logger = logger ?? NullLogger.Instance;
        _thread = new Thread(WriteAll) { IsBackground = true, Name = "FsmKit access log" };
        _thread.Start();
    }

    /// <summary>How many lines were left out: the target was too slow, or could not be written, or the log was disposed.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>A log that is appended to a file, which is made if it is not there.</summary>
    /// <param name="path">The file; its directory must exist.</param>
    /// <param name="format">What its lines look like.</param>
    /// <param name="logger">Is told, once, when the file cannot be written, and when it can again.</param>
    /// <exception cref="IOException">The file cannot be opened; it may also be an <see cref="UnauthorizedAccessException"/>.</exception>
    public static HttpAccessLog ToFile(string path, HttpLogFormat format = HttpLogFormat.Combined, ILogger? logger = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new HttpAccessLog(new LogFile(path), format, canReopen: true, logger);
    }

    /// <summary>A log to a stream; whole lines are written to it and flushed, by one thread.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="format">What its lines look like.</param>
    /// <param name="leaveOpen">The stream outlives the log.</param>
    /// <param name="logger">Is told, once, when the stream cannot be written, and when it can again.</param>
    public static HttpAccessLog To(
        Stream stream, HttpLogFormat format = HttpLogFormat.Combined, bool leaveOpen = false, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new HttpAccessLog(new LogStream(stream, leaveOpen), format, canReopen: false, logger);
    }

    /// <summary>
    /// Goes on in the file that has the path now, and lets go of the one that had it: what a rotation (<c>logrotate</c>) asks for. Lines
    /// that were logged before go to the old file. Never waits; callable from any thread, so also from a signal's handler.
    /// </summary>
    /// <remarks>When the file cannot be opened, the old one is kept and the logger is told.</remarks>
    /// <exception cref="InvalidOperationException">It is a log to a stream.</exception>
    public void Reopen()
    {
        if (!_canReopen)
        {
            throw new InvalidOperationException(
                "An access log to a stream has no file that could be reopened. Make it with HttpAccessLog.ToFile.");
        }

        lock (_gate)
        {
            _reopenAt = _filling.Count;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Writes what was logged, waiting for it, and closes the file.</summary>
    public void Dispose()
    {
        Close();
        _thread.Join();
    }

    /// <summary>Writes what was logged and closes the file.</summary>
    public ValueTask DisposeAsync()
    {
        Close();
        return new ValueTask(_ended.Task);
    }

    /// <summary>Logs a request. Callable from any thread; allocates nothing, never waits for the target.</summary>
    internal void Write(in HttpLogLine line)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(LogLineWriter.Bound(in line));
        Add(buffer.AsSpan(0, LogLineWriter.Write(in line, _format, buffer)));
        ArrayPool<byte>.Shared.Return(buffer);
    }
}
