using System.IO.Pipelines;

namespace FsmKit.AspNetCore;

/// <summary>
/// The body of a response, written by the application on any thread, by one thread at a time. The loop takes what is flushed. A flush waits
/// while more than 64 KiB are on their way to the client.
/// </summary>
internal sealed partial class ResponseBody(Exchange exchange) : PipeWriter
{
    private const int LargestPart = 64 * 1024;

    private readonly Lock _lock = new();
    private readonly ResponseParts _parts = new();
    private byte[] _current = [];
    private int _count;
    private long _unflushed;
    private bool _isPosted;
    private bool _isEnded;
    private bool _isUnwanted;
    private bool _isCompleted;

    /// <summary>Number of the request that this object serves.</summary>
    public int Generation { get; private set; }

    /// <summary>Number of bytes that the application has written.</summary>
    public long Written { get; private set; }

    /// <summary>Whether the loop has been asked to take something and has not done so yet.</summary>
    public bool IsPosted => Volatile.Read(ref _isPosted);

    public bool IsEnded => Volatile.Read(ref _isEnded);

    /// <summary>Whether the client is gone, or the application has aborted the connection.</summary>
    public bool IsUnwanted => Volatile.Read(ref _isUnwanted);

    /// <summary>Whether the application has flushed, so that the loop may have sent the head or is about to send it.</summary>
    public bool IsFlushed { get; private set; }

    /// <summary>Whether the loop has not taken all flushed bytes.</summary>
    public bool HasParts
    {
        get
        {
            lock (_lock)
            {
                return _parts.Count > 0;
            }
        }
    }

    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => _unflushed;

    public void Begin()
    {
        lock (_lock)
        {
            Generation++;
            IsFlushed = false;
            (Written, _count, _unflushed, _unsent) = (0, 0, 0, 0);
            (_isWaiting, _isPosted, _isEnded, _isUnwanted, _isCancelled, _isCompleted) = (false, false, false, false, false, false);
        }
    }

    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _current.AsMemory(_count);
    }

    public override Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _current.AsSpan(_count);
    }

    public override void Advance(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        if (bytes > _current.Length - _count)
        {
            throw new InvalidOperationException($"There is no memory of {bytes} bytes to advance over: call GetMemory or GetSpan before.");
        }

        _count += bytes;
        _unflushed += bytes;
        Written += bytes;
    }

    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        if (source.Length > LargestPart)
        {
            return WriteInParts(source, cancellationToken);
        }

        Put(source.Span);
        return FlushAsync(cancellationToken);
    }

    /// <summary>
    /// Ends the response, unless callbacks may still change its head: then the response ends when the application is done. With an exception
    /// the response fails.
    /// </summary>
    public override void Complete(Exception? exception = null)
    {
        if (exception is not null)
        {
            exchange.Report(exception);
        }
        else if (exchange.HasStarted || !exchange.HasStartingCallbacks)
        {
            exchange.Complete();
        }

        _isCompleted = true;
    }

    /// <summary>Drops what was written and not flushed, for an error response in its place.</summary>
    public void Drop()
    {
        lock (_lock)
        {
            _parts.Clear();
            (_count, _unflushed, Written) = (0, 0, 0);
        }
    }

    /// <summary>Ends the body and has the loop send the rest. A second call does nothing.</summary>
    /// <param name="returns">Whether the calling thread returns from the application at once.</param>
    public void End(bool returns = false)
    {
        bool mustPost;
        lock (_lock)
        {
            if (_isEnded)
            {
                return;
            }

            Detach();
            _isEnded = true;
            mustPost = !_isPosted;
            _isPosted = true;
        }

        if (mustPost && !exchange.IsInline)
        {
            exchange.AskLoop(returns);
        }
    }

    /// <summary>Notes that the client is gone: flushes return at once and say that nothing more is wanted.</summary>
    /// <param name="generation">The value of <see cref="Generation"/> that is meant; null for the present one.</param>
    public void BeUnwanted(int? generation = null)
    {
        lock (_lock)
        {
            if (generation is not null && generation != Generation)
            {
                return;
            }

            _isUnwanted = true;
            _parts.Clear();
            if (_isWaiting)
            {
                Resume(new FlushResult(isCanceled: false, isCompleted: true));
            }
        }
    }

    /// <summary>Begins a visit of the loop.</summary>
    /// <returns>Whether a visit was asked for, whether the body has ended, the number of parts, and their length in bytes.</returns>
    public (bool WasPosted, bool IsEnded, int Parts, long Length) Visit()
    {
        lock (_lock)
        {
            var wasPosted = _isPosted;
            _isPosted = false;
            return (wasPosted, _isEnded, _parts.Count, _parts.Length);
        }
    }

    public bool TryTake(out byte[] bytes, out int count)
    {
        lock (_lock)
        {
            return _parts.TryTake(out bytes, out count);
        }
    }

    public void GiveBack(byte[] bytes) => _parts.Return(bytes);

    /// <summary>Returns buffers when the exchange is done.</summary>
    public void Forget()
    {
        _parts.Clear();
        _parts.Return(_current);
        (_current, _count) = ([], 0);
    }

    private async ValueTask<FlushResult> WriteInParts(ReadOnlyMemory<byte> source, CancellationToken cancellation)
    {
        var result = default(FlushResult);
        while (source.Length > 0 && result is { IsCompleted: false, IsCanceled: false })
        {
            var part = source[..Math.Min(source.Length, LargestPart)];
            Put(part.Span);
            result = await FlushAsync(cancellation).ConfigureAwait(true);
            source = source[part.Length..];
        }

        return result;
    }

    private void Put(ReadOnlySpan<byte> data)
    {
        if (!data.IsEmpty)
        {
            Reserve(data.Length);
            data.CopyTo(_current.AsSpan(_count));
            Advance(data.Length);
        }
    }

    private void Reserve(int sizeHint)
    {
        if (_isCompleted || (IsEnded && !IsUnwanted))
        {
            throw new InvalidOperationException("The response is completed: nothing more can be written to it.");
        }

        if (_current.Length - _count >= Math.Max(sizeHint, 1))
        {
            return;
        }

        if (_count > 0)
        {
            lock (_lock)
            {
                Detach();
            }
        }

        // A long body without a flush needs fewer and larger parts.
        var least = Written < ResponseParts.Usual ? ResponseParts.Usual : Written < LargestPart ? 4 * ResponseParts.Usual : LargestPart;
        _parts.Return(_current);
        _current = _parts.Rent(Math.Max(sizeHint, least));
    }

    /// <summary>Hands the written bytes over to the loop.</summary>
    private void Detach()
    {
        if (_count == 0)
        {
            return;
        }

        if (_isUnwanted)
        {
            _count = 0;
            return;
        }

        _unsent += _count;
        _parts.Add(_current, _count);
        (_current, _count) = ([], 0);
    }
}
