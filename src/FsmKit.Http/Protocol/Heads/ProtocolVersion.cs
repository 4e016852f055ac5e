namespace FsmKit.Http;

/// <summary>The grammar of a version (RFC 9112 §2.3): <c>HTTP/</c>, one digit, a point, one digit; capitals.</summary>
internal static class ProtocolVersion
{
    public const int Length = 8;

    /// <summary>Reads a version. 1.2 to 1.9 are read as 1.1, because they must be compatible with 1.1 (RFC 9110 §2.5).</summary>
    public static HttpFault Parse(ReadOnlySpan<byte> version, out int minor)
    {
        minor = 1;
        if (version.SequenceEqual("HTTP/1.1"u8))
        {
            return default;
        }

        if (version.Length != Length || !version.StartsWith("HTTP/"u8)
            || !Octets.IsDigit(version[5]) || version[6] != '.' || !Octets.IsDigit(version[7]))
        {
            return HttpFault.Bad("The version is not HTTP/, a digit, a point and a digit.");
        }

        minor = Math.Min(version[7] - '0', 1);
        return version[5] == '1' ? default : new HttpFault(505, "The major version is not 1.");
    }
}
