using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;

namespace FsmKit.Net;

/// <summary>
/// Reactor (<see cref="IReactor"/>) for Linux: level-triggered epoll. Input that fits the buffer needs one recv, and its answer one send.
/// </summary>
[SupportedOSPlatform("linux")]
public sealed class EpollReactor : NetReactor
{
    private readonly EpollSet _set;
    private readonly WakeDescriptor _wake;

    /// <summary>Opens two descriptors: one for epoll, and one that wakes the loop.</summary>
    /// <exception cref="PlatformNotSupportedException">The system is not Linux.</exception>
    /// <exception cref="SocketException">The system has no descriptor left.</exception>
    public EpollReactor()
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new PlatformNotSupportedException("epoll exists on Linux only. Use SocketReactor, which works everywhere.");
        }

        _set = new EpollSet();
        try
        {
            _wake = new WakeDescriptor(_set);
        }
        catch
        {
            _set.Close();
            throw;
        }
    }

    /// <inheritdoc/>
    public override void Wait(int milliseconds)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        var count = _set.Wait(HasDue ? 0 : milliseconds);
        TellDue();
        // A handler may dispose the reactor.
        for (var i = 0; i < count && !IsDisposed; i++)
        {
            var target = _set.Target(i, out var flags);
            if (target is null)
            {
                continue;
            }

            try
            {
                target.Ready(flags);
            }
            catch (Exception e)
            {
                Report(target.Owner, e);
            }
        }
    }

    /// <inheritdoc/>
    public override void Wake() => _wake.Signal();

    internal override StreamLink Connect(EndPoint remote, ILinkEvents owner)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        var error = NativeSocket.Connect(remote, out var fd);
        if (error == SocketError.Success)
        {
            var link = new EpollStreamLink(_set, fd);
            error = link.Connect(remote, owner);
            if (error == SocketError.Success)
            {
                return link;
            }

            link.Close();
        }

        return FailConnect(remote, owner, error);
    }

    internal override ListenLink Listen(EndPoint local, int backlog, bool reusePort, IListenEvents owner)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        owner.OnStep(EndpointStep.Binding, local);
        var error = NativeSocket.Bind(local, reusePort, out var fd);
        OwnSocketFile? file = null;
        if (error == SocketError.Success)
        {
            try
            {
                file = OwnSocketFile.Of(local);
                var bound = NativeAddress.Local(fd) ?? local;
                owner.OnStep(EndpointStep.Bound, bound);
                owner.OnStep(EndpointStep.Listening, bound);
                error = NativeSocket.Listen(fd, backlog);
            }
            catch
            {
                _ = Libc.Close(fd);
                file?.Remove();
                throw;
            }
        }

        if (error != SocketError.Success)
        {
            file?.Remove();
            throw new SocketException((int)error);
        }

        return new EpollListenLink(_set, fd, file, owner);
    }

    internal override ListenLink Adopt(Socket listening, IListenEvents owner)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        return new EpollListenLink(_set, NativeSocket.Take(listening), file: null, owner, isShared: true);
    }

    internal override StreamLink Attach(IDisposable socket)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        return socket switch
        {
            SafeSocketHandle handle => new EpollStreamLink(_set, NativeSocket.Take(handle)),
            Socket portable => new EpollStreamLink(_set, NativeSocket.Take(portable)),
            _ => base.Attach(socket),
        };
    }

    private protected override void DisposeCore() => _set.Close();
}
