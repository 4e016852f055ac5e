using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <content>Messages for a failed listen: the cause and the remedy.</content>
public sealed partial class GServerSock
{
    private T Explained<T>(string where, Func<T> listen)
    {
        RequireLoopThread();
        if (IsDestroyed)
        {
            throw new GObjException($"{this} is destroyed; it cannot listen on {where}.");
        }

        try
        {
            return listen();
        }
        catch (SocketException x)
        {
            throw new GObjException($"{this} cannot listen on {where}: {Text(x)}. {Advice(x.SocketErrorCode)}", x);
        }
        catch (Exception x) when (x is ArgumentException or FormatException or ObjectDisposedException or IOException or UnauthorizedAccessException
                                      or PlatformNotSupportedException)
        {
            throw new GObjException($"{this} cannot listen on {where}: {x.Message}", x);
        }
    }

    private static string Describe(string host, int port) =>
        IPAddress.TryParse(host.Length == 0 ? "::" : host, out var address) ? new IPEndPoint(address, port).ToString()
        : host.Contains(':', StringComparison.Ordinal) ? $"'{host}'"
        : $"'{host}':{port}";

    /// <summary>
    /// Returns the text for an error. The runtime maps EMFILE and ENFILE to one error with the text of ENFILE, the limit of the system; the
    /// limit of the process, EMFILE, is the usual cause.
    /// </summary>
    private static string Text(SocketException x) =>
        x.SocketErrorCode == SocketError.TooManyOpenSockets ? "Too many open files" : x.Message;

    private static string Advice(SocketError error) => error switch
    {
        SocketError.AddressAlreadyInUse => "Choose another port (0 takes a free one), or end the program that listens there.",
        SocketError.AccessDenied => "Ports below 1024, and directories of other users, need a privilege on most systems.",
        SocketError.AddressNotAvailable => "This machine does not have the address; for a Unix socket, the directory does not exist.",
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => "Give an address, or a name that has one.",
        SocketError.NotSocket => "The descriptor is not a socket.",
        SocketError.TooManyOpenSockets => "Raise the limit of open files of the process (ulimit -n) or of the system.",
        _ => "Check host and port.",
    };
}
