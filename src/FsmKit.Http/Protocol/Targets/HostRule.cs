namespace FsmKit.Http;

/// <summary>What a host may be (RFC 9110 §4.2, §7.2): a name, IPv4 or [IPv6], and a port. No user, no path, no list, no escape.</summary>
internal static class HostRule
{
    /// <summary>Whether it is a host, with or without a port.</summary>
    public static bool IsHost(ReadOnlySpan<byte> authority) => Split(authority, out _, out _);

    /// <summary>Whether it is a host with a port.</summary>
    public static bool IsHostAndPort(ReadOnlySpan<byte> authority) => Split(authority, out _, out var port) && !port.IsEmpty;

    /// <summary>Whether two authorities are the same place; a port that is left out is the scheme's own.</summary>
    public static bool AreSame(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other, ReadOnlySpan<byte> defaultPort)
    {
        Split(one, out var host, out var port);
        Split(other, out var otherHost, out var otherPort);
        return Octets.AreSame(host, otherHost)
            && (port.IsEmpty ? defaultPort : port).SequenceEqual(otherPort.IsEmpty ? defaultPort : otherPort);
    }

    /// <summary>How long <c>http://</c> or <c>https://</c> at the beginning is; 0 when there is neither.</summary>
    public static int SchemeLength(ReadOnlySpan<byte> target) =>
        StartsWith(target, "http://"u8) ? 7 : StartsWith(target, "https://"u8) ? 8 : 0;

    private static bool Split(ReadOnlySpan<byte> authority, out ReadOnlySpan<byte> host, out ReadOnlySpan<byte> port)
    {
        var length = authority is [(byte)'[', ..] ? authority.IndexOf((byte)']') + 1 : authority.IndexOf((byte)':');
        length = length < 0 ? authority.Length : length;
        host = authority[..length];
        port = default;
        if (length < authority.Length)
        {
            port = authority[(length + 1)..];
            if (authority[length] != ':' || !IsPort(port))
            {
                return false;
            }
        }

        return host is [(byte)'[', .. var address, (byte)']']
            ? address.Length is >= 2 and <= 45 && address.Count((byte)':') >= 2 && !address.ContainsAnyExcept(Octets.Address6)
            : !host.IsEmpty && !host.ContainsAnyExcept(Octets.HostName);
    }

    private static bool IsPort(ReadOnlySpan<byte> port)
    {
        var number = 0;
        foreach (var digit in port)
        {
            number = Octets.IsDigit(digit) && number <= ushort.MaxValue ? number * 10 + digit - '0' : int.MaxValue;
        }

        return port.Length is > 0 and <= 5 && number is > 0 and <= ushort.MaxValue;
    }

    private static bool StartsWith(ReadOnlySpan<byte> target, ReadOnlySpan<byte> scheme) =>
        target.Length > scheme.Length && Octets.AreSame(target[..scheme.Length], scheme);
}
