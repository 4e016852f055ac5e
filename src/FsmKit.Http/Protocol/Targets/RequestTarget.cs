using System.Text;

namespace FsmKit.Http;

/// <summary>The parts of a request target, as offsets in bytes from its beginning.</summary>
/// <param name="Form">The form.</param>
/// <param name="AuthorityStart">Start of the authority in an absolute form.</param>
/// <param name="PathStart">Start of the path, and end of the authority.</param>
/// <param name="PathEnd">End of the path: the question mark, or the end of the target.</param>
/// <param name="IsCoded">Whether the path has escapes or dot segments, so that decoding changes it.</param>
internal readonly record struct RequestTarget(TargetForm Form, int AuthorityStart, int PathStart, int PathEnd, bool IsCoded)
{
    public static HttpFault Parse(ReadOnlySpan<byte> target, KnownMethod method, HttpLimits limits, out RequestTarget parsed)
    {
        parsed = default;
        if (target.ContainsAnyExcept(Octets.Target) || limits.StrictTargets)
        {
            var fault = TargetOctets.Check(target, limits);
            if (fault.Exists)
            {
                return fault;
            }
        }

        if (method == KnownMethod.Connect)
        {
            parsed = new RequestTarget(TargetForm.Authority, 0, target.Length, target.Length, false);
            return HostRule.CheckWithPort(target, limits.StrictHosts) is { } problem
                ? HttpFault.Bad($"The target of CONNECT is not host:port: it {problem}.") : default;
        }

        return target[0] switch
        {
            (byte)'/' => ParsePath(target, TargetForm.Origin, 0, 0, limits, out parsed),
            (byte)'*' when target.Length == 1 => ParseAsterisk(method, out parsed),
            _ => ParseAbsolute(target, limits, out parsed),
        };
    }

    /// <summary>Returns whether the target names this host or none; a missing port is the default of the scheme.</summary>
    public bool IsAt(ReadOnlySpan<byte> host, ReadOnlySpan<byte> target)
    {
        var authority = target[AuthorityStart..PathStart];
        return Form switch
        {
            TargetForm.Absolute => HostRule.AreSame(authority, host, IsSecure ? 443 : 80),
            TargetForm.Authority => HostRule.AreSame(authority, host, HostRule.PortOf(authority)),
            _ => true,
        };
    }

    /// <summary>Whether the target is an absolute form with the scheme <c>https</c>.</summary>
    public bool IsSecure => AuthorityStart == "https://".Length;

    // RFC 9112 §3.2.4: among the methods of RFC 9110 only OPTIONS takes the asterisk; other methods have their own rules (M-SEARCH, NOTIFY).
    private static HttpFault ParseAsterisk(KnownMethod method, out RequestTarget parsed)
    {
        parsed = new RequestTarget(TargetForm.Asterisk, 0, 0, 1, false);
        return method is KnownMethod.Options or KnownMethod.Other ? default : HttpFault.Bad("The target * with a method that is not OPTIONS.");
    }

    private static HttpFault ParseAbsolute(ReadOnlySpan<byte> target, HttpLimits limits, out RequestTarget parsed)
    {
        parsed = default;
        var authority = HostRule.SchemeLength(target);
        if (authority == 0)
        {
            return HttpFault.Bad("The request target begins neither with / nor with http:// or https://.");
        }

        var length = target[authority..].IndexOfAny((byte)'/', (byte)'?');
        var path = length < 0 ? target.Length : authority + length;
        return HostRule.Check(target[authority..path], limits.StrictHosts) is { } problem
            ? HttpFault.Bad($"The host in the request target {problem}.")
            : ParsePath(target, TargetForm.Absolute, authority, path, limits, out parsed);
    }

    private static HttpFault ParsePath(
        ReadOnlySpan<byte> target, TargetForm form, int authority, int start, HttpLimits limits, out RequestTarget parsed)
    {
        var length = target[start..].IndexOf((byte)'?');
        var end = length < 0 ? target.Length : start + length;
        var path = target[start..end];
        var isCoded = path.Contains((byte)'%') || path.IndexOf("/."u8) >= 0 || (limits.AcceptNonAsciiTargets && !Ascii.IsValid(path));
        parsed = new RequestTarget(form, authority, start, end, isCoded);

        // A query is opaque (RFC 3986 §3.4): its escapes are checked by its reader, and here only with StrictTargets.
        return isCoded && PathDecoding.Check(path, limits.StrictTargets, limits.AcceptPathsAboveRoot) is { } problem ? HttpFault.Bad(problem)
            : length >= 0 && limits.StrictTargets && !PercentDecoding.IsDecodable(target[end..])
                ? HttpFault.Bad("The query has a % that two hexadecimal digits do not follow, or %00.")
            : default;
    }
}
