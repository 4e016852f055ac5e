using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>Hosts that are Unix-domain sockets: <c>unix:/path</c>, and <c>unix:@name</c> for one of Linux's abstract names, which are in no file system.</summary>
internal static class UnixHost
{
    private const string Prefix = "unix:";

    public static bool Is(string? host) => host?.StartsWith(Prefix, StringComparison.Ordinal) ?? false;

    /// <summary>What stands behind the prefix.</summary>
    public static string Path(string host) => host[Prefix.Length..];

    /// <summary>The end point; null of any other host.</summary>
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
