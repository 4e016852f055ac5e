namespace FsmKit.Http;

/// <summary>
/// The grammar of a host (RFC 3986 §3.2.2, RFC 9110 §7.2): a name or an address, and a port. User, path and list are refused, because
/// another reader could take them for another host.
/// </summary>
internal static class HostRule
{
    /// <summary>Checks a host with or without a port.</summary>
    /// <returns>The fault as a predicate; null for a good host.</returns>
    public static string? Check(ReadOnlySpan<byte> authority, bool isStrict)
    {
        Split(authority, out var host, out var rest);
        return host.IsEmpty ? WhyNothing(authority)
            : CheckPort(rest, isStrict) is { } problem ? authority.Contains((byte)'@') ? "holds a user" : problem
            : host[0] == '[' ? CheckLiteral(host, isStrict)
            : CheckName(host, isStrict);
    }

    /// <summary>Checks a host with a port that can be connected to, as CONNECT needs it.</summary>
    public static string? CheckWithPort(ReadOnlySpan<byte> authority, bool isStrict)
    {
        Split(authority, out _, out var rest);
        return Check(authority, isStrict) ?? (rest.Length < 2 || Port(rest[1..]) == 0 ? "names no port" : null);
    }

    /// <summary>Returns whether two authorities are equal; a missing port is the default of the scheme.</summary>
    public static bool AreSame(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other, int defaultPort)
    {
        Split(one, out var host, out var port);
        Split(other, out var otherHost, out var otherPort);
        return Octets.AreSame(host, otherHost) && Of(port) == Of(otherPort);

        int Of(ReadOnlySpan<byte> rest) => rest.Length < 2 ? defaultPort : Port(rest[1..]);
    }

    /// <summary>Returns the number of the port; -1 without one.</summary>
    public static int PortOf(ReadOnlySpan<byte> authority)
    {
        Split(authority, out _, out var rest);
        return rest.Length < 2 ? -1 : Port(rest[1..]);
    }

    /// <summary>Returns the length of <c>http://</c> or <c>https://</c> at the beginning; 0 without one.</summary>
    public static int SchemeLength(ReadOnlySpan<byte> target) =>
        StartsWith(target, "http://"u8) ? 7 : StartsWith(target, "https://"u8) ? 8 : 0;

    // The rest begins with the colon of a port, or is invalid.
    private static void Split(ReadOnlySpan<byte> authority, out ReadOnlySpan<byte> host, out ReadOnlySpan<byte> rest)
    {
        var length = authority is [(byte)'[', ..] ? authority.IndexOf((byte)']') + 1 : authority.IndexOf((byte)':');
        length = length < 0 ? authority.Length : length;
        host = authority[..length];
        rest = authority[length..];
    }

    private static string WhyNothing(ReadOnlySpan<byte> authority) =>
        authority.IsEmpty ? "is empty" : authority[0] == '[' ? "has a bracket that does not close" : "has a port and no name";

    private static string? CheckPort(ReadOnlySpan<byte> rest, bool isStrict) =>
        rest.IsEmpty ? null
        : rest[0] != ':' ? "has something behind its bracket"
        : Port(rest[1..]) is var port && port < 0 ? "has a port that is no number up to 65535"
        : isStrict && (port == 0 || rest.Length > "65535".Length + 1) ? "has a port that is not 1 to 65535"
        : null;

    // RFC 3986 §3.2.3: *DIGIT, so leading zeros and an empty port are allowed.
    private static int Port(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            number = Octets.IsDigit(digit) && number <= ushort.MaxValue ? number * 10 + digit - '0' : int.MaxValue;
        }

        return number <= ushort.MaxValue ? number : -1;
    }

    private static string? CheckLiteral(ReadOnlySpan<byte> literal, bool isStrict) =>
        IpLiteral.IsAddress6(literal[1..^1]) || (!isStrict && IpLiteral.IsFuture(literal[1..^1])) ? null : "is no IPv6 address";

    private static string? CheckName(ReadOnlySpan<byte> name, bool isStrict)
    {
        // Nearly all hosts are ordinary names.
        if (!name.ContainsAnyExcept(Octets.HostName))
        {
            return null;
        }

        var odd = isStrict ? name.IndexOfAnyExcept(Octets.HostName) : name.IndexOfAnyExcept(Octets.RegName);
        return odd < 0 ? CheckEscapes(name) : name[odd] switch
        {
            (byte)'@' => "holds a user",
            (byte)',' => "is a list",
            (byte)'/' or (byte)'?' or (byte)'#' or (byte)'\\' => "holds more than a host",
            _ => "holds an octet that no host has",
        };
    }

    // An escape must not stand for an octet that would end or split the host in a reader that decodes first.
    private static string? CheckEscapes(ReadOnlySpan<byte> name)
    {
        for (var at = name.IndexOf((byte)'%'); at >= 0; at = name.IndexOf((byte)'%'))
        {
            var octet = PercentDecoding.Escape(name[at..]);
            if (octet < 0)
            {
                return "has a % that two hexadecimal digits do not follow";
            }

            if (octet is < 0x20 or 0x7F || ":/?#[]@\\,"u8.Contains((byte)octet))
            {
                return "escapes an octet that no host has";
            }

            name = name[(at + 3)..];
        }

        return null;
    }

    private static bool StartsWith(ReadOnlySpan<byte> target, ReadOnlySpan<byte> scheme) =>
        target.Length > scheme.Length && Octets.AreSame(target[..scheme.Length], scheme);
}
