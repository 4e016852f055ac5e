using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>
/// Portable reactor (<see cref="IReactor"/>) on System.Net.Sockets. Asynchronous operations queue their results for the loop's thread.
/// </summary>
public sealed class SocketReactor : NetReactor
{
    private readonly HashSet<Link> _links = [];

    internal CompletionQueue Queue { get; } = new();

    /// <inheritdoc/>
    public override void Wait(int milliseconds)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        var completions = Queue.Take(HasDue ? 0 : milliseconds);
        TellDue();
        foreach (var completion in completions)
        {
            // After a handler has disposed the reactor, the other completions find their link closed and only clean up.
            try
            {
                completion.Serve();
            }
            catch (Exception e)
            {
                Report(completion.Owner, e);
            }
        }
    }

    /// <inheritdoc/>
    public override void Wake() => Queue.Wake();

    internal override StreamLink Connect(EndPoint remote, ILinkEvents owner)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        SocketStreamLink? link = null;
        try
        {
            link = Adopt(Open(remote));
            link.Connect(remote, owner);
            return link;
        }
        catch (SocketException e)
        {
            link?.Close();
            return FailConnect(remote, owner, e.SocketErrorCode);
        }
    }

    internal override ListenLink Listen(EndPoint local, int backlog, bool reusePort, IListenEvents owner)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        var socket = Open(local);
        try
        {
            // On Unix, Bind itself allows the rebind during TIME_WAIT. ReuseAddress, set here, shares the port on Unix.
            if (reusePort)
            {
                socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            }

            if (local is IPEndPoint { AddressFamily: AddressFamily.InterNetworkV6 } v6)
            {
                socket.DualMode = v6.Address.Equals(IPAddress.IPv6Any);
            }

            owner.OnStep(EndpointStep.Binding, local);
            UnixSocket.Bind(socket, local);
            owner.OnStep(EndpointStep.Bound, socket.LocalEndPoint!);
            owner.OnStep(EndpointStep.Listening, socket.LocalEndPoint!);
            socket.Listen(backlog);
        }
        catch
        {
            UnixSocket.Close(socket);
            throw;
        }

        return Keep(new SocketListenLink(this, socket, owner));
    }

    internal override ListenLink Adopt(Socket listening, IListenEvents owner)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        var own = OperatingSystem.IsLinux() && listening.AddressFamily == AddressFamily.Unix
            ? new Socket(new SafeSocketHandle(NativeSocket.Take(listening), ownsHandle: true))
            : listening;
        return Keep(new SocketListenLink(this, own, owner, isShared: true));
    }

    internal override StreamLink Attach(IDisposable socket)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        return socket switch
        {
            Socket portable => Adopt(portable),
            SafeSocketHandle handle => Adopt(new Socket(handle)),
            _ => base.Attach(socket),
        };
    }

    internal SocketStreamLink Adopt(Socket accepted) => Keep(new SocketStreamLink(this, accepted));

    internal void Forget(Link link) => _links.Remove(link);

    private protected override void DisposeCore()
    {
        foreach (var link in _links.ToArray())
        {
            link.Close();
        }
    }

    private T Keep<T>(T link)
        where T : Link
    {
        _links.Add(link);
        return link;
    }

    private static Socket Open(EndPoint endPoint) => endPoint switch
    {
        IPEndPoint => new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp),
        UnixDomainSocketEndPoint or UnixNameEndPoint => new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified),
        _ => throw new SocketException((int)SocketError.AddressFamilyNotSupported), // a host name: the reactor does not resolve names
    };
}
