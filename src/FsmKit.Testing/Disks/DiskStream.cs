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

        if (Problem(Position + buffer.Length) is { } problem)
        {
            WritePart(buffer);
            throw problem;
        }

        Put(buffer);
    }

    public override void SetLength(long value)
    {
        if (Problem(value) is { } problem)
        {
            throw problem;
        }

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

    private void Put(ReadOnlySpan<byte> data)
    {
        file.Write(Position, data);
        Position += data.Length;
    }

    /// <summary>Writes the part that a failing write leaves: as much as fits, or as the schedule chooses.</summary>
    private void WritePart(ReadOnlySpan<byte> data)
    {
        if (disk.Faults.WritesPartly)
        {
            var room = file.Length - Position + (disk.Faults.Capacity - disk.Length);
            var most = (int)Math.Clamp(room, 0, data.Length - 1);
            Put(data[..(room < data.Length ? most : disk.World.Choose(most + 1))]);
        }
    }

    /// <summary>Returns the reason why a file cannot have this length; null when it can.</summary>
    private IOException? Problem(long length) =>
        disk.World.Chance(disk.Faults.WriteFailures) ? new IOException("The simulated disk failed to write.", InputOutput)
        : length > file.Length && length - file.Length > disk.Faults.Capacity - disk.Length
            ? new IOException($"The simulated disk is full: it holds {disk.Faults.Capacity} bytes, and {disk.Length} are used.", NoSpace)
            : null;
}
