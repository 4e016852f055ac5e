namespace FsmKit.Http;

/// <summary>The grammar of a request line (RFC 9112 §3): <c>method SP request-target SP HTTP-version</c>, one space each.</summary>
internal static class RequestLine
{
    /// <summary>Splits a request line.</summary>
    public static HttpFault Parse(
        ReadOnlySpan<byte> line, HttpLimits limits, out ReadOnlySpan<byte> method, out ReadOnlySpan<byte> target, out int minorVersion)
    {
        target = default;
        minorVersion = 1;
        var space = line.IndexOf((byte)' ');
        method = space < 0 ? line : line[..space];
        if (method.Length > limits.MaxMethodBytes)
        {
            return new HttpFault(501, "The method is too long.");
        }

        if (!Octets.AreToken(method))
        {
            return HttpFault.Bad("The method is not a token.");
        }

        var last = line.LastIndexOf((byte)' ');
        if (last == space)
        {
            return HttpFault.Bad(space < 0 ? "The request line has neither a target nor a version."
                : line[(space + 1)..].StartsWith("HTTP/"u8) ? "The request line has no target." : "The request line has no version.");
        }

        target = line[(space + 1)..last];
        if (target.Length > limits.MaxTargetBytes)
        {
            return new HttpFault(414, "The request target is too long.");
        }

        return target.IsEmpty ? HttpFault.Bad("The request line has no target, or white space beside it.")
            : last + 1 == line.Length ? HttpFault.Bad("The request line ends in a space.")
            : ProtocolVersion.Parse(line[(last + 1)..], out minorVersion);
    }
}
