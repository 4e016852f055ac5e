using System.Buffers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace FsmKit.Http;

/// <summary>An access log in the NCSA formats of Apache and nginx. One log serves any number of servers, loops and threads.</summary>
/// <remarks>
/// A line costs its caller a copy into a buffer of at most 1 MiB. A thread of the log writes the buffer at least twice per second. When the
/// file or stream is slower than the requests, lines are dropped and counted in <see cref="Dropped"/>, so that a slow disk neither delays
/// the loop nor uses more memory. Dispose the log after its servers; disposal writes the remaining lines.
/// <para>Octets that are not printable ASCII, <c>"</c> and <c>\</c> are written as <c>\xHH</c>, so that no client can forge a line. A
/// target, referer or user agent is cut after 8192 octets.</para>
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

    /// <summary>
    /// Number of lines that were dropped, because the file or stream was too slow or failed, or the log was disposed. Readable from any
    /// thread.
    /// </summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Creates a log that appends to a file, and the file if it does not exist.</summary>
    /// <param name="path">The file; its directory must exist.</param>
    /// <param name="format">The format of its lines.</param>
    /// <param name="logger">Gets one line when writing the file begins to fail, and one when it works again. Null: no lines.</param>
    /// <exception cref="IOException">The file cannot be opened. Missing rights throw <see cref="UnauthorizedAccessException"/>.</exception>
    /// <exception cref="ArgumentException">The path is null or empty.</exception>
    public static HttpAccessLog ToFile(string path, HttpLogFormat format = HttpLogFormat.Combined, ILogger? logger = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new HttpAccessLog(new LogFile(path), format, canReopen: true, logger);
    }

    /// <summary>Creates a log that writes to a stream. One thread writes whole lines and flushes the stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="format">The format of its lines.</param>
    /// <param name="leaveOpen">Whether the stream stays open when the log is disposed.</param>
    /// <param name="logger">Gets one line when writing the stream begins to fail, and one when it works again. Null: no lines.</param>
    public static HttpAccessLog To(
        Stream stream, HttpLogFormat format = HttpLogFormat.Combined, bool leaveOpen = false, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new HttpAccessLog(new LogStream(stream, leaveOpen), format, canReopen: false, logger);
    }

    /// <summary>
    /// Reopens the path and closes the old file, as a rotation (<c>logrotate</c>) needs. Lines logged before the call go to the old file.
    /// Does not wait for the disk. Callable from any thread, so also from a signal handler.
    /// </summary>
    /// <remarks>When the path cannot be opened, the log keeps the old file and reports the failure to its logger.</remarks>
    /// <exception cref="InvalidOperationException">The log writes to a stream.</exception>
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

    /// <summary>
    /// Writes the remaining lines and closes the file or the stream; a stream given with <c>leaveOpen</c> stays open. Blocks until both are
    /// done.
    /// </summary>
    public void Dispose()
    {
        Close();
        _thread.Join();
    }

    /// <summary>Writes the remaining lines and closes the file or stream, without blocking the caller.</summary>
    public ValueTask DisposeAsync()
    {
        Close();
        return new ValueTask(_ended.Task);
    }

    /// <summary>Logs a request. Callable from any thread. Allocates nothing and does not wait for the target.</summary>
    internal void Write(in HttpLogLine line)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(LogLineWriter.Bound(in line));
        Add(buffer.AsSpan(0, LogLineWriter.Write(in line, _format, buffer)));
        ArrayPool<byte>.Shared.Return(buffer);
    }
}
