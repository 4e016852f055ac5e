namespace FsmKit.Net;

/// <summary>Stream of ciphertext below SslStream. The link feeds whole records; a read waits only during the handshake.</summary>
internal sealed class CipherStream(TlsLink link) : Stream
{
    private HandshakeRead? _handshake = new();
    private ArraySegment<byte> _feed;
    private byte[]? _batch;
    private int _batched;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Whether bytes of the last feed are unread.</summary>
    public bool IsFed => _feed.Count > 0;

    /// <summary>Whether the handshake waits for more bytes.</summary>
    public bool IsWaiting => _handshake is { IsWaiting: true };

    /// <summary>Offers whole records for reading, and completes the waiting read of the handshake.</summary>
    public void Feed(ArraySegment<byte> records)
    {
        _feed = records;
        if (IsWaiting)
        {
            _handshake!.Complete(Copy(_handshake.Buffer.Span));
        }
    }

    /// <summary>Ends the handshake mode: a later read without bytes throws <see cref="NoPlaintextException"/>.</summary>
    public void EndHandshake() => _handshake = null;

    /// <summary>Fails the waiting read after the close of the connection, so that SslStream releases its buffers.</summary>
    public void Stop()
    {
        _feed = default;
        if (IsWaiting)
        {
            _handshake!.Fail(new NoPlaintextException());
        }
    }

    /// <summary>Collects the following writes, so that several records are sent by one call.</summary>
    public void BeginBatch(byte[] buffer) => (_batch, _batched) = (buffer, 0);

    public void EndBatch()
    {
        var batch = _batch.AsSpan(0, _batched);
        _batch = null;
        link.Transmit(batch);
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (IsFed)
        {
            return new(Copy(buffer.Span));
        }

        return _handshake?.Wait(buffer) ?? throw new NoPlaintextException();
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return default;
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_batch is null)
        {
            link.Transmit(buffer);
            return;
        }

        if (_batched + buffer.Length > _batch.Length)
        {
            link.Transmit(_batch.AsSpan(0, _batched));
            _batched = 0;
        }

        buffer.CopyTo(_batch.AsSpan(_batched));
        _batched += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private int Copy(Span<byte> into)
    {
        var count = Math.Min(into.Length, _feed.Count);
        _feed.AsSpan(0, count).CopyTo(into);
        _feed = _feed[count..];
        return count;
    }
}
