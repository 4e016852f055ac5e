using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>
/// Parses hosts that are Unix sockets: <c>unix:/path</c>, and <c>unix:@name</c> for an abstract name of Linux, which has no file.
/// </summary>
internal static class UnixHost
{
    private const string Prefix = "unix:";

    public static bool Is(string? host) => host?.StartsWith(Prefix, StringComparison.Ordinal) ?? false;

    /// <summary>Returns the text after the prefix <c>unix:</c>.</summary>
    public static string Path(string host) => host[Prefix.Length..];

    /// <summary>Returns the end point; null for a host of another form.</summary>
    /// <exception cref="ArgumentException">The path is empty or too long.</exception>
    public static UnixDomainSocketEndPoint? Parse(string host)
    {
        if (!Is(host))
        {
            return null;
        }

        var path = Path(host);
        return new UnixDomainSocketEndPoint(path.StartsWith('@') ? $"\0{path.AsSpan(1)}" : path);
    }
}
