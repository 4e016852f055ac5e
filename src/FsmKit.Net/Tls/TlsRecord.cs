using System.Buffers.Binary;

namespace FsmKit.Net;

/// <summary>The frame of a TLS record (RFC 8446 §5.1): one byte of type, two of version, two of length.</summary>
internal static class TlsRecord
{
    public const int HeaderLength = 5;

    /// <summary>What a record may be at most: 2^14 bytes and the 2048 by which TLS 1.2 lets encryption expand them.</summary>
    public const int MaxLength = HeaderLength + (16 * 1024) + 2048;

    public const byte Handshake = 22;

    private const byte ChangeCipherSpec = 20;
    private const byte Heartbeat = 24;

    /// <summary>The length of the first record with its header; 0 while it is not whole, -1 when this is no TLS.</summary>
    public static int Length(ReadOnlySpan<byte> bytes)
    {
        if ((bytes.Length > 0 && bytes[0] is < ChangeCipherSpec or > Heartbeat) || (bytes.Length > 1 && bytes[1] != 3))
        {
            return -1;
        }

        if (bytes.Length < HeaderLength)
        {
            return 0;
        }

        var length = HeaderLength + BinaryPrimitives.ReadUInt16BigEndian(bytes[3..]);
        return length > MaxLength ? -1 : length > bytes.Length ? 0 : length;
    }
}
