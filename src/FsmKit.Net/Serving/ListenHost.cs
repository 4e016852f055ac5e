using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>Interprets the text of <see cref="GServerSock.Host"/>.</summary>
internal static class ListenHost
{
    private const string DescriptorScheme = "fd:";
    private const string ActivationScheme = "systemd:";

    /// <summary>
    /// Returns the descriptors of <c>fd:3</c>, of <c>systemd:</c> (all passed sockets) or of <c>systemd:web</c> (those with this name); null for
    /// any other host.
    /// </summary>
    /// <exception cref="FormatException">The text after <c>fd:</c> is not a number.</exception>
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

    /// <summary>
    /// Returns the addresses to listen on. Addresses of other machines are skipped; a failure at any other address is an error. The second list
    /// is used on a machine without IPv6.
    /// </summary>
    /// <exception cref="SocketException">The name has no address.</exception>
    public static (IPAddress[] Addresses, IPAddress[] Fallback) Addresses(string host, bool dualStack) =>
        host.Length == 0 ? dualStack ? ([IPAddress.IPv6Any], [IPAddress.Any]) : ([IPAddress.Any], [])
        : IPAddress.TryParse(host, out var address) ? ([address], [])
        : (Dns.GetHostAddresses(host), []);
}
