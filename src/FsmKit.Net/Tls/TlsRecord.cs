using System.Buffers.Binary;

namespace FsmKit.Net;

/// <summary>Frame of a TLS record (RFC 8446 section 5.1): one byte of type, two of version, two of length.</summary>
internal static class TlsRecord
{
    public const int HeaderLength = 5;

    /// <summary>
    /// Largest length of a record in bytes: the header, 2^14 bytes, and an expansion of 2048 bytes by the encryption (RFC 5246 section 6.2.3).
    /// </summary>
    public const int MaxLength = HeaderLength + (16 * 1024) + 2048;

    public const byte Handshake = 22;

    private const byte ChangeCipherSpec = 20;
    private const byte Heartbeat = 24;

    /// <summary>Returns the length of the first record with its header; 0 if the record is incomplete, -1 if the bytes are not TLS.</summary>
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
