namespace FsmKit.Testing.Disks;

/// <summary>Stream on an open file of a <see cref="Disk"/>.</summary>
internal sealed class DiskStream(Disk disk, DiskFile file) : Stream
{
    private const int NoSpace = 28; // ENOSPC of errno.h, which .NET on Unix puts into HResult.
    private const int InputOutput = 5; // EIO

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => file.Length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = Position >= file.Length ? 0 : file.Read(Position, buffer);
        Position += count;
        return count;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (buffer.IsEmpty)
        {
            return;
        }

        MakeRoom(Position + buffer.Length);
        file.Write(Position, buffer);
        Position += buffer.Length;
    }

    public override void SetLength(long value)
    {
        MakeRoom(value);
        file.SetLength(value);
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => Position,
        _ => Length,
    };

    public override void Flush() => file.Flush();

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await DelayAsync(cancellationToken);
        Flush();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await DelayAsync(cancellationToken);
        return Read(buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await DelayAsync(cancellationToken);
        Write(buffer.Span);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    private Task DelayAsync(CancellationToken cancellation) =>
        disk.Faults.MaxDelay > TimeSpan.Zero ? Task.Delay(disk.World.Choose(TimeSpan.Zero, disk.Faults.MaxDelay), disk.World.Time, cancellation) : Task.CompletedTask;

    private void MakeRoom(long length)
    {
        if (disk.World.Chance(disk.Faults.WriteFailures))
        {
            throw new IOException("The simulated disk failed to write.", InputOutput);
        }

        if (length > file.Length && length - file.Length > disk.Faults.Capacity - disk.Length)
        {
            throw new IOException($"The simulated disk is full: it holds {disk.Faults.Capacity} bytes, and {disk.Length} are used.", NoSpace);
        }
    }
}
