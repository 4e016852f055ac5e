using System.Buffers;

namespace FsmKit.Http;

/// <summary>A copy of the bytes of a head, readable until its request is answered, independent of the input buffer.</summary>
/// <remarks>
/// The copy also serves as a memo of the reader: an identical head is not parsed again. The match is exact, because the copy ends with the
/// blank line of its head. An input that begins with the copy begins with that head and no longer one.
/// </remarks>
internal struct HeadCopy()
{
    private const int Least = 256;
    private const int MostKept = 4096;

    private byte[] _array = [];
    private int _length;

    public readonly ReadOnlySpan<byte> Bytes => _array.AsSpan(0, _length);

    /// <summary>Whether the array is too large to be kept beyond its request.</summary>
    public readonly bool IsLarge => _array.Length > MostKept;

    /// <summary>Returns whether the input begins with this head.</summary>
    public readonly bool Begins(ReadOnlySpan<byte> input) => _length > 0 && input.StartsWith(_array.AsSpan(0, _length));

    /// <summary>Copies another head, its blank line included.</summary>
    public void Take(ReadOnlySpan<byte> head)
    {
        if (_array.Length < head.Length)
        {
            Release();
            _array = ArrayPool<byte>.Shared.Rent(Math.Max(Least, head.Length));
        }

        head.CopyTo(_array);
        _length = head.Length;
    }

    /// <summary>Forgets the head and keeps the array.</summary>
    public void Forget() => _length = 0;

    /// <summary>Forgets the head and returns the array.</summary>
    public void Release()
    {
        Forget();
        if (_array.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_array);
            _array = [];
        }
    }
}
