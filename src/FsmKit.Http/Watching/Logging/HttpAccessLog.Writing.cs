using Microsoft.Extensions.Logging;

namespace FsmKit.Http;

/// <content>Two batches: callers fill one while the log's thread writes the other.</content>
public sealed partial class HttpAccessLog
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly object _gate = new();
    private readonly ILogTarget _target;
    private readonly ILogger _logger;
    private readonly Thread _thread;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LogBatch _filling = new(Capacity);
    private LogBatch _writing = new(Capacity);
    private int? _reopenAt;
    private bool _isClosed;
    private bool _isFaulty;

    private bool IsUrgent => _isClosed || _reopenAt is not null || _filling.IsUrgent;

    private void Add(ReadOnlySpan<byte> line)
    {
        lock (_gate)
        {
            var (wasEmpty, wasUrgent) = (_filling.Count == 0, _filling.IsUrgent);
            if (_isClosed || !_filling.Add(line))
            {
                Interlocked.Increment(ref _dropped);
            }
            else if (wasEmpty || wasUrgent != _filling.IsUrgent)
            {
                Monitor.Pulse(_gate);
            }
        }
    }

    private void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            Monitor.Pulse(_gate);
        }
    }

    private void WriteAll()
    {
        while (Swap(out var reopenAt))
        {
            try
            {
                WriteBatch(reopenAt);
            }
            catch (OutOfMemoryException)
            {
                // An unhandled exception of this thread would end the process.
                Interlocked.Add(ref _dropped, _writing.Bytes.Count((byte)'\n'));
            }

            _writing.Clear();
        }

        _ = Failure(_target.Dispose);
        _ended.SetResult();
    }

    /// <summary>Waits for a line, and then up to 500 ms for more lines, unless the batch is urgent.</summary>
    /// <returns>False when the log is closed and all lines are written.</returns>
    private bool Swap(out int? reopenAt)
    {
        lock (_gate)
        {
            while (_filling.Count == 0 && !IsUrgent)
            {
                Monitor.Wait(_gate);
            }

            if (!IsUrgent)
            {
                Monitor.Wait(_gate, Pause);
            }

            (_filling, _writing) = (_writing, _filling);
            (reopenAt, _reopenAt) = (_reopenAt, null);
            return _writing.Count > 0 || reopenAt is not null || !_isClosed;
        }
    }

    private void WriteBatch(int? reopenAt)
    {
        var lines = _writing.Bytes.Length;
        WriteLines(0, reopenAt ?? lines);
        if (reopenAt is { } rest)
        {
            if (Failure(_target.Reopen) is { } failure)
            {
                TryLog(() => AccessLogLog.NotReopened(_logger, _target.Name, failure.Message, failure));
            }

            WriteLines(rest, lines);
        }
    }

    /// <summary>Writes a part of the batch. The lines are lost and counted when the target fails; the next lines try it again.</summary>
    private void WriteLines(int start, int end)
    {
        if (start == end)
        {
            return;
        }

        var failure = Failure(() =>
        {
            if (_isFaulty)
            {
                // A full disk may have stored a part of a line.
                _target.Write("\n"u8);
            }

            _target.Write(_writing.Bytes[start..end]);
        });
        if (failure is not null)
        {
            Interlocked.Add(ref _dropped, _writing.Bytes[start..end].Count((byte)'\n'));
        }

        if (failure is not null && !_isFaulty)
        {
            TryLog(() => AccessLogLog.Faulty(_logger, _target.Name, failure.Message, failure));
        }
        else if (failure is null && _isFaulty)
        {
            TryLog(() => AccessLogLog.Recovered(_logger, _target.Name, Dropped));
        }

        _isFaulty = failure is not null;
    }

    /// <summary>Calls the logger. An exception of the logger is dropped, so that it does not end the log.</summary>
    private static void TryLog(Action log) => _ = Failure(log);

    private static Exception? Failure(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception x)
        {
            return x;
        }
    }
}
