namespace FsmKit.Http;

/// <summary>The parts of a request target; places are relative to its beginning.</summary>
/// <param name="Form">Its form.</param>
/// <param name="AuthorityStart">Where the authority of an absolute form begins.</param>
/// <param name="PathStart">Where the path begins; the authority ends here.</param>
/// <param name="PathEnd">Where it ends: at the question mark, or at the end.</param>
/// <param name="IsCoded">The path has escapes or dot segments, so that decoding changes it.</param>
internal readonly record struct RequestTarget(TargetForm Form, int AuthorityStart, int PathStart, int PathEnd, bool IsCoded)
{
    public static HttpFault Parse(ReadOnlySpan<byte> target, KnownMethod method, out RequestTarget parsed)
    {
        parsed = default;
        if (target.ContainsAnyExcept(Octets.Target))
        {
            return HttpFault.Bad(target.Contains((byte)'#')
                ? "The request target has a fragment." : "The request target holds an octet that no URI has.");
        }

        if (method == KnownMethod.Connect)
        {
            parsed = new RequestTarget(TargetForm.Authority, 0, target.Length, target.Length, false);
            return HostRule.IsHostAndPort(target) ? default : HttpFault.Bad("The target of CONNECT is not host:port.");
        }

        return target[0] switch
        {
            (byte)'/' => ParsePath(target, TargetForm.Origin, 0, 0, out parsed),
            (byte)'*' when target.Length == 1 => ParseAsterisk(method, out parsed),
            _ => ParseAbsolute(target, out parsed),
        };
    }

    /// <summary>Whether the host in the target, if there is one, is this host; a port that is left out is the scheme's own.</summary>
    public bool IsAt(ReadOnlySpan<byte> host, ReadOnlySpan<byte> target)
    {
        var authority = target[AuthorityStart..PathStart];
        return Form switch
        {
            TargetForm.Absolute => HostRule.AreSame(authority, host, AuthorityStart == "https://".Length ? "443"u8 : "80"u8),
            TargetForm.Authority => HostRule.AreSame(authority, host, authority[(authority.LastIndexOf((byte)':') + 1)..]),
            _ => true,
        };
    }

    private static HttpFault ParseAsterisk(KnownMethod method, out RequestTarget parsed)
    {
        parsed = new RequestTarget(TargetForm.Asterisk, 0, 0, 1, false);
        return method == KnownMethod.Options ? default : HttpFault.Bad("The target * with a method that is not OPTIONS.");
    }

    private static HttpFault ParseAbsolute(ReadOnlySpan<byte> target, out RequestTarget parsed)
    {
        parsed = default;
        var authority = HostRule.SchemeLength(target);
        if (authority == 0)
        {
            return HttpFault.Bad("The request target has none of the forms that its method can have.");
        }

        var length = target[authority..].IndexOfAny((byte)'/', (byte)'?');
        var path = length < 0 ? target.Length : authority + length;
        return HostRule.IsHost(target[authority..path])
            ? ParsePath(target, TargetForm.Absolute, authority, path, out parsed)
            : HttpFault.Bad("The host in the request target is not acceptable.");
    }

    private static HttpFault ParsePath(ReadOnlySpan<byte> target, TargetForm form, int authority, int start, out RequestTarget parsed)
    {
        var length = target[start..].IndexOf((byte)'?');
        var end = length < 0 ? target.Length : start + length;
        var path = target[start..end];
        var isCoded = path.Contains((byte)'%') || path.IndexOf("/."u8) >= 0;
        parsed = new RequestTarget(form, authority, start, end, isCoded);
        return isCoded && !PathDecoding.IsDecodable(path) ? HttpFault.Bad("The path has a bad escape, or leads above the root.")
            : length >= 0 && !PercentDecoding.IsDecodable(target[end..]) ? HttpFault.Bad("The query has a bad escape.")
            : default;
    }
}
