namespace FsmKit.Simulations.Preloads;

/// <summary>Output that a gsock has taken for one connection, before its begin and after.</summary>
internal sealed class Load
{
    /// <summary>Number of bytes that the gsock has taken.</summary>
    public int Count { get; set; }

    /// <summary>Number of bytes that have to come without a further order.</summary>
    public int Flushed { get; set; }

    /// <summary>Whether the connection is closed in good order after its output, so that all bytes have to come.</summary>
    public bool IsClosed { get; set; }

    /// <summary>Byte at a place.</summary>
    public static byte ByteAt(int place) => (byte)((place * 31) ^ (place >> 8));

    /// <summary>Makes the next bytes.</summary>
    public byte[] Next(int length) => [.. Enumerable.Range(Count, length).Select(ByteAt)];
}
