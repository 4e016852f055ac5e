using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>The file of a Unix socket whose server did not remove it: the next bind would trip over it.</summary>
internal static class StaleSocketFile
{
    private const int SizeOfStatus = 256;
    private const int OffsetOfMode = 28;
    private const int KindMask = 0xF000;
    private const int KindSocket = 0xC000;
    private const int WorkingDirectory = -100;
    private const int NoFollow = 0x100;
    private const uint KindOnly = 1;

    /// <summary>Removes it, if it is a socket and nobody listens there. Else binding says what is wrong.</summary>
    public static void Remove(string? path)
    {
        if (path is not null && IsSocket(path) && IsDeserted(path))
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

    /// <summary>A plain file also refuses a connection on Linux; other Unix systems say that it is no socket. Windows is left alone.</summary>
    private static unsafe bool IsSocket(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return !OperatingSystem.IsWindows();
        }

        var status = stackalloc byte[SizeOfStatus];
        try
        {
            return Libc.Status(WorkingDirectory, path, NoFollow, KindOnly, status) == 0
                && (*(ushort*)(status + OffsetOfMode) & KindMask) == KindSocket;
        }
        catch (EntryPointNotFoundException)
        {
            // A C library from before statx: the file stays, and binding says that the address is in use.
            return false;
        }
    }
}
