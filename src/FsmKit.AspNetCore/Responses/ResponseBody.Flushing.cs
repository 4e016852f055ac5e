using System.IO.Pipelines;
using System.Threading.Tasks.Sources;

namespace FsmKit.AspNetCore;

/// <content>Flushes: the hand-over to the loop, and the wait for a slow client.</content>
internal sealed partial class ResponseBody : IValueTaskSource<FlushResult>
{
    private const int MostUnsent = 64 * 1024;

    private ManualResetValueTaskSourceCore<FlushResult> _flush = new() { RunContinuationsAsynchronously = true };
    private CancellationTokenRegistration _cancellation;
    private long _unsent;
    private bool _isWaiting;
    private bool _isCancelled;

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<FlushResult>(cancellationToken);
        }

        if (!exchange.HasStarted && exchange.StartAsync() is { IsCompletedSuccessfully: false } starting)
        {
            return FlushAfter(starting, cancellationToken);
        }

        CheckLength();
        return Flush(cancellationToken);
    }

    public override void CancelPendingFlush()
    {
        lock (_lock)
        {
            if (_isWaiting)
            {
                Resume(new FlushResult(isCanceled: true, isCompleted: false));
            }
            else
            {
                _isCancelled = true;
            }
        }
    }

    /// <summary>Notes that the operating system has taken bytes; lets a waiting flush go on.</summary>
    public void NoteSent(long bytes)
    {
        lock (_lock)
        {
            _unsent -= bytes;
            if (_isWaiting && _unsent <= MostUnsent / 2)
            {
                Resume(default);
            }
        }
    }

    FlushResult IValueTaskSource<FlushResult>.GetResult(short token) => _flush.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<FlushResult>.GetStatus(short token) => _flush.GetStatus(token);

    void IValueTaskSource<FlushResult>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _flush.OnCompleted(continuation, state, token, flags);

    private ValueTask<FlushResult> Flush(CancellationToken cancellation)
    {
        bool mustPost, mustWait, isCancelled;
        short version = 0;
        lock (_lock)
        {
            _unflushed = 0;
            if (_isUnwanted || _isEnded)
            {
                _count = 0;
                return new(new FlushResult(isCanceled: false, isCompleted: true));
            }

            Detach();
            IsFlushed = true;
            mustPost = !_isPosted;
            _isPosted = true;
            isCancelled = _isCancelled;
            _isCancelled = false;
            mustWait = !isCancelled && _unsent > MostUnsent;
            if (mustWait)
            {
                _flush.Reset();
                _isWaiting = true;
                version = _flush.Version;
            }
        }

        if (exchange.IsInline)
        {
            if (mustWait)
            {
                exchange.Respond();
            }
        }
        else if (mustPost)
        {
            exchange.AskLoop();
        }

        if (!mustWait)
        {
            return new(new FlushResult(isCancelled, isCompleted: false));
        }

        exchange.WatchEnd();
        if (cancellation.CanBeCanceled)
        {
            _cancellation = cancellation.UnsafeRegister(static (body, token) => ((ResponseBody)body!).GiveUpFlush(token), this);
        }

        return new ValueTask<FlushResult>(this, version);
    }

    /// <summary>Ends a waiting flush with an exception. What was flushed is sent all the same.</summary>
    private void GiveUpFlush(CancellationToken token)
    {
        lock (_lock)
        {
            if (_isWaiting)
            {
                _isWaiting = false;
                _flush.SetException(new OperationCanceledException(token));
            }
        }
    }

    /// <summary>Checks what was written. A write that does not fit is dropped before the application hears of it, and the rest can be sent.</summary>
    private void CheckLength()
    {
        try
        {
            exchange.CheckLength(isEnd: false);
        }
        catch (InvalidOperationException)
        {
            Written -= _count;
            (_count, _unflushed) = (0, 0);
            throw;
        }
    }

    private async ValueTask<FlushResult> FlushAfter(Task starting, CancellationToken cancellation)
    {
        await starting.ConfigureAwait(true);
        CheckLength();
        return await Flush(cancellation).ConfigureAwait(true);
    }

    private void Resume(FlushResult result)
    {
        _isWaiting = false;
        _cancellation.Unregister();
        _flush.SetResult(result);
    }
}
