namespace FsmKit.Http;

/// <summary>Lines that wait to be written, in one buffer that grows up to its capacity in bytes.</summary>
internal sealed class LogBatch(int capacity)
{
    private byte[] _bytes = new byte[Math.Min(capacity, 16 * 1024)];

    public int Count { get; private set; }

    /// <summary>Whether the buffer is at least half full, so that the writer does not wait for more.</summary>
    public bool IsUrgent => Count >= capacity / 2;

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Count);

    /// <summary>Adds a line.</summary>
    /// <returns>False when the line does not fit; nothing was added.</returns>
    public bool Add(ReadOnlySpan<byte> line)
    {
        if (line.Length > capacity - Count)
        {
            return false;
        }

        if (line.Length > _bytes.Length - Count)
        {
            Array.Resize(ref _bytes, (int)Math.Min(capacity, Math.Max(_bytes.Length * 2L, Count + line.Length)));
        }

        line.CopyTo(_bytes.AsSpan(Count));
        Count += line.Length;
        return true;
    }

    public void Clear() => Count = 0;
}
