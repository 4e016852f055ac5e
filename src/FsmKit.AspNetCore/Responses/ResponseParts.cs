using System.Buffers;

namespace FsmKit.AspNetCore;

/// <summary>
/// Bytes of a response between the thread of the application, which adds parts, and the loop, which takes them. The owner
/// locks, except for <see cref="Rent"/> and <see cref="Return"/>: both threads may call them at the same time.
/// </summary>
internal sealed class ResponseParts
{
    /// <summary>Size of the first buffer in bytes; the exchange keeps it. Most responses need no other one.</summary>
    public const int Usual = 4096;

    private readonly Queue<(byte[] Bytes, int Count)> _parts = new();
    private byte[]? _spare = new byte[Usual];

    public int Count => _parts.Count;

    /// <summary>Number of bytes in all parts.</summary>
    public long Length { get; private set; }

    public byte[] Rent(int least)
    {
        if (least <= Usual && Interlocked.Exchange(ref _spare, null) is { } spare)
        {
            return spare;
        }

        return ArrayPool<byte>.Shared.Rent(least);
    }

    public void Return(byte[] bytes)
    {
        if (bytes.Length == Usual && _spare is null)
        {
            _spare = bytes;
        }
        else if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    public void Add(byte[] bytes, int count)
    {
        _parts.Enqueue((bytes, count));
        Length += count;
    }

    public bool TryTake(out byte[] bytes, out int count)
    {
        var isTaken = _parts.TryDequeue(out var part);
        (bytes, count) = part;
        Length -= count;
        return isTaken;
    }

    public void Clear()
    {
        while (TryTake(out var bytes, out _))
        {
            Return(bytes);
        }
    }
}
