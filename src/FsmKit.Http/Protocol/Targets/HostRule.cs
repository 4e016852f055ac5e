namespace FsmKit.Http;

/// <summary>
/// What a host may be (RFC 3986 §3.2.2, RFC 9110 §7.2): a name, an address, and a port. No user, no path, no list: nothing that another
/// reader could take for another host.
/// </summary>
internal static class HostRule
{
    /// <summary>Whether it is a host, with or without a port.</summary>
    /// <returns>What is wrong with it, as a predicate; null when nothing is.</returns>
    public static string? Check(ReadOnlySpan<byte> authority, bool isStrict)
    {
        Split(authority, out var host, out var rest);
        return host.IsEmpty ? WhyNothing(authority)
            : CheckPort(rest, isStrict) is { } problem ? authority.Contains((byte)'@') ? "holds a user" : problem
            : host[0] == '[' ? CheckLiteral(host, isStrict)
            : CheckName(host, isStrict);
    }

    /// <summary>Whether it is a host with a port that can be connected to, as CONNECT has it.</summary>
    public static string? CheckWithPort(ReadOnlySpan<byte> authority, bool isStrict)
    {
        Split(authority, out _, out var rest);
        return Check(authority, isStrict) ?? (rest.Length < 2 || Port(rest[1..]) == 0 ? "names no port" : null);
    }

    /// <summary>Whether two authorities are the same place; a port that is left out is the scheme's own.</summary>
    public static bool AreSame(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other, int defaultPort)
    {
        Split(one, out var host, out var port);
        Split(other, out var otherHost, out var otherPort);
        return Octets.AreSame(host, otherHost) && Of(port) == Of(otherPort);

        int Of(ReadOnlySpan<byte> rest) => rest.Length < 2 ? defaultPort : Port(rest[1..]);
    }

    /// <summary>The number of the port; -1 when there is none.</summary>
    public static int PortOf(ReadOnlySpan<byte> authority)
    {
        Split(authority, out _, out var rest);
        return rest.Length < 2 ? -1 : Port(rest[1..]);
    }

    /// <summary>How long <c>http://</c> or <c>https://</c> at the beginning is; 0 when there is neither.</summary>
    public static int SchemeLength(ReadOnlySpan<byte> target) =>
        StartsWith(target, "http://"u8) ? 7 : StartsWith(target, "https://"u8) ? 8 : 0;

    // The rest begins with the colon of a port, or with what has no business there.
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

    // RFC 3986 §3.2.3: *DIGIT, so leading zeros and none at all are allowed.
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
        // Nearly all are names like these.
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

    // An escape may not stand for what ends a host, or splits it, where it is decoded first.
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
