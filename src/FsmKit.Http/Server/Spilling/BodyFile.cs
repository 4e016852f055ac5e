namespace FsmKit.Http;

/// <summary>File of one body. Its disposal deletes it.</summary>
internal abstract class BodyFile : IDisposable
{
    /// <summary>Writes all bytes at a position.</summary>
    public abstract void Write(ReadOnlySpan<byte> data, long position);

    /// <summary>Reads bytes from a position and returns their number; 0 at the end.</summary>
    public abstract int Read(Span<byte> into, long position);

    /// <summary>Reads like <see cref="Read"/>, without blocking.</summary>
    public abstract ValueTask<int> ReadAsync(Memory<byte> into, long position, CancellationToken cancellation);

    /// <summary>Closes and deletes the file. May be called twice.</summary>
    public abstract void Dispose();
}
