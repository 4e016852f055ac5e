using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>What the text of <see cref="GServerSock.Host"/> means.</summary>
internal static class ListenHost
{
    private const string DescriptorScheme = "fd:";
    private const string ActivationScheme = "systemd:";

    /// <summary>
    /// The descriptors of <c>fd:3</c>, of <c>systemd:</c> (all that were passed) or of <c>systemd:web</c> (those of that name); null of
    /// anything else.
    /// </summary>
    /// <exception cref="FormatException">What follows <c>fd:</c> is no number.</exception>
    public static IReadOnlyList<int>? Descriptors(string host, IReadOnlyList<(string Name, int Descriptor)> passed)
    {
        if (host.StartsWith(DescriptorScheme, StringComparison.Ordinal))
        {
            return [int.Parse(host.AsSpan(DescriptorScheme.Length), NumberStyles.None, CultureInfo.InvariantCulture)];
        }

        if (!host.StartsWith(ActivationScheme, StringComparison.Ordinal))
        {
            return null;
        }

        var name = host[ActivationScheme.Length..];
        return [.. passed.Where(socket => name.Length == 0 || socket.Name == name).Select(static socket => socket.Descriptor)];
    }

    /// <summary>The addresses to listen on, each a must unless it is none of this machine's; the second list is for a machine without IPv6.</summary>
    /// <exception cref="SocketException">The name has no address.</exception>
    public static (IPAddress[] Addresses, IPAddress[] Fallback) Addresses(string host, bool dualStack) =>
        host.Length == 0 ? dualStack ? ([IPAddress.IPv6Any], [IPAddress.Any]) : ([IPAddress.Any], [])
        : IPAddress.TryParse(host, out var address) ? ([address], [])
        : (Dns.GetHostAddresses(host), []);
}
