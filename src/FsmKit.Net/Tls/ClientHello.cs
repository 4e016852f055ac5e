using System.Buffers.Binary;

namespace FsmKit.Net;

/// <summary>Reads the parts of a client's first message (RFC 8446 section 4.1.2) that SslStream does not report.</summary>
internal static class ClientHello
{
    private const byte Message = 1;
    private const ushort SupportedVersions = 43;
    private const ushort Tls13 = 0x0304;

    /// <summary>Returns whether the client offers TLS 1.3. Returns false, too, if the first record does not hold the whole message.</summary>
    /// <param name="record">The first record, with its header.</param>
    public static bool OffersTls13(ReadOnlySpan<byte> record)
    {
        const int VersionAndRandom = 2 + 32;
        const int MessageHeader = 4;
        var rest = record;
        return rest.Length > TlsRecord.HeaderLength + MessageHeader && rest[TlsRecord.HeaderLength] == Message
            && Skip(ref rest, TlsRecord.HeaderLength + MessageHeader + VersionAndRandom)
            && Take(ref rest, 1, out _) && Take(ref rest, 2, out _) && Take(ref rest, 1, out _) // session, suites, compression
            && Take(ref rest, 2, out var extensions)
            && HasTls13(extensions);
    }

    private static bool HasTls13(ReadOnlySpan<byte> extensions)
    {
        while (extensions.Length > 2)
        {
            var type = BinaryPrimitives.ReadUInt16BigEndian(extensions);
            extensions = extensions[2..];
            if (!Take(ref extensions, 2, out var content))
            {
                return false;
            }

            if (type == SupportedVersions)
            {
                return Take(ref content, 1, out var versions) && Contains(versions, Tls13);
            }
        }

        return false;
    }

    private static bool Contains(ReadOnlySpan<byte> versions, ushort version)
    {
        for (; versions.Length > 1; versions = versions[2..])
        {
            if (BinaryPrimitives.ReadUInt16BigEndian(versions) == version)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Skip(ref ReadOnlySpan<byte> rest, int count)
    {
        if (rest.Length < count)
        {
            return false;
        }

        rest = rest[count..];
        return true;
    }

    /// <summary>Takes a field that is preceded by its length in <paramref name="lengthOfLength"/> bytes, 1 or 2.</summary>
    private static bool Take(ref ReadOnlySpan<byte> rest, int lengthOfLength, out ReadOnlySpan<byte> taken)
    {
        taken = default;
        if (rest.Length < lengthOfLength)
        {
            return false;
        }

        var length = lengthOfLength == 1 ? rest[0] : BinaryPrimitives.ReadUInt16BigEndian(rest);
        rest = rest[lengthOfLength..];
        if (rest.Length < length)
        {
            return false;
        }

        taken = rest[..length];
        rest = rest[length..];
        return true;
    }
}
