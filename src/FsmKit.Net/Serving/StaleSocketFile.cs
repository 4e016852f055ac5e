using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>Removes the file that a Unix socket left behind, for instance after a crash; with the file, the next bind would fail.</summary>
internal static class StaleSocketFile
{
    /// <summary>Removes the file if it is a socket without a listener. Otherwise leaves it, and the bind fails with the cause.</summary>
    public static void Remove(string? path)
    {
        // Linux refuses a connection to a plain file too, so the type is checked. The status is read twice because another server may take the
        // path between the probe and the removal.
        if (path is not null && FileStatus.Of(path) is { IsSocket: true } status && IsDeserted(path) && FileStatus.Of(path) == status)
        {
            UnixFile.Remove(path);
        }
    }

    /// <summary>Whether no process listens on the path. Only a refused connect proves this; a full backlog (EAGAIN) has a listener.</summary>
    private static bool IsDeserted(string path)
    {
        using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) { Blocking = false };
        try
        {
            probe.Connect(new UnixDomainSocketEndPoint(path));
            return false;
        }
        catch (SocketException x)
        {
            return x.SocketErrorCode == SocketError.ConnectionRefused;
        }
    }
}
