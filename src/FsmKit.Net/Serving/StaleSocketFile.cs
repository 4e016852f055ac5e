using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>The file of a Unix socket whose server did not remove it: the next bind would trip over it.</summary>
internal static class StaleSocketFile
{
    /// <summary>Removes it, if it is a socket and nobody listens there. Else binding says what is wrong.</summary>
    public static void Remove(string? path)
    {
        // A plain file refuses a connection on Linux, too. And another server may take the path between the question and the removal.
        if (path is not null && FileStatus.Of(path) is { IsSocket: true } status && IsDeserted(path) && FileStatus.Of(path) == status)
        {
            UnixFile.Remove(path);
        }
    }

    /// <summary>A connect that would have to wait for room in the backlog found somebody, too.</summary>
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
