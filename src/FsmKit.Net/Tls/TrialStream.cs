namespace FsmKit.Net;

/// <summary>One end of a pair of connected streams in memory, for a handshake on one stack.</summary>
internal sealed class TrialStream : Stream
{
    private readonly HandshakeRead _read = new();
    private readonly Queue<byte> _arrived = new();
    private TrialStream _other = null!;
    private bool _hasEnded;

    private TrialStream()
    {
    }

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public static (TrialStream Here, TrialStream There) Pair()
    {
        var (here, there) = (new TrialStream(), new TrialStream());
        (here._other, there._other) = (there, here);
        return (here, there);
    }

    /// <summary>Completes the waiting read if bytes have arrived. Returns whether it did.</summary>
    /// <param name="handshake">
    /// The handshake that reads. If the stack is almost used up, the runtime continues the handshake on another thread; this call waits for it.
    /// </param>
    public bool Pump(Task handshake)
    {
        SpinWait.SpinUntil(() => handshake.IsCompleted || _read.IsWaiting);
        if (handshake.IsCompleted || _arrived.Count == 0)
        {
            return false;
        }

        _read.Complete(Take(_read.Buffer.Span));
        return true;
    }

    /// <summary>Completes the waiting read with 0 bytes, so that SslStream releases its buffers.</summary>
    public void Stop()
    {
        _hasEnded = true;
        if (_read.IsWaiting)
        {
            _read.Complete(0);
        }
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _arrived.Count > 0 || _hasEnded ? new(Take(buffer.Span)) : _read.Wait(buffer);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        foreach (var one in buffer.Span)
        {
            _other._arrived.Enqueue(one);
        }

        return default;
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private int Take(Span<byte> into)
    {
        var count = Math.Min(into.Length, _arrived.Count);
        for (var i = 0; i < count; i++)
        {
            into[i] = _arrived.Dequeue();
        }

        return count;
    }
}
