using System.Buffers;

namespace FsmKit.Http;

/// <summary>The bytes of a head, so that it can be read for as long as it is answered, whatever becomes of the input.</summary>
/// <remarks>
/// It is also the memo of a reader: who asks the same again sends the same bytes, and what they mean is known. That cannot be mistaken: the
/// copy ends with the blank line that ends its head, so an input that begins with it begins with that head and no longer one.
/// </remarks>
internal struct HeadCopy()
{
    private const int Least = 256;
    private const int MostKept = 4096;

    private byte[] _array = [];
    private int _length;

    public readonly ReadOnlySpan<byte> Bytes => _array.AsSpan(0, _length);

    /// <summary>It holds more than is worth keeping beyond its request.</summary>
    public readonly bool IsLarge => _array.Length > MostKept;

    /// <summary>Whether an input begins with this head.</summary>
    public readonly bool Begins(ReadOnlySpan<byte> input) => _length > 0 && input.StartsWith(_array.AsSpan(0, _length));

    /// <summary>Takes another head, complete with its blank line.</summary>
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

    /// <summary>Stands for no head any more.</summary>
    public void Forget() => _length = 0;

    /// <summary>And gives back its array.</summary>
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
