using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>A reactor whose loop can also connect and listen: what GSock and GServerSock ask for.</summary>
/// <remarks>There are two of them; sockets of one reactor stay with its loop and its thread.</remarks>
public abstract class NetReactor : IReactor
{
    private const int ScratchSize = 64 * 1024;

    private readonly Queue<FailedLink> _failed = new();

    internal NetReactor()
    {
    }

    /// <inheritdoc/>
    public Action<object?, Exception>? Fault { get; set; }

    /// <summary>
    /// One receive buffer for all links of the loop: an idle connection costs none. Its content is valid until the next Receive.
    /// </summary>
    internal byte[] Scratch { get; } = GC.AllocateUninitializedArray<byte>(ScratchSize, pinned: true);

    private protected bool IsDisposed { get; private set; }

    /// <summary>A connect failed at once: Wait must not sleep before it has told so.</summary>
    private protected bool HasFailedConnects => _failed.Count > 0;

    /// <summary>Creates the best reactor of this system: epoll on Linux, the portable one elsewhere.</summary>
    public static NetReactor Create() => OperatingSystem.IsLinux() ? new EpollReactor() : new SocketReactor();

    /// <summary>The reactor of a loop. A loop that sleeps on timers only gets the best one of this system with its first socket.</summary>
    internal static NetReactor Of(GAplic gaplic)
    {
        if (gaplic.Reactor is TimerReactor)
        {
            gaplic.ReplaceReactor(Create());
        }

        return gaplic.Reactor as NetReactor ?? throw new GObjException(
            $"{gaplic} sleeps on a {gaplic.Reactor.GetType().Name}, which has no sockets: give its options no reactor, or a NetReactor.");
    }

    /// <inheritdoc/>
    public abstract void Wait(int milliseconds);

    /// <inheritdoc/>
    public abstract void Wake();

    /// <summary>Closes every link without telling the owners, then the reactor itself; doing it twice does nothing.</summary>
    public void Dispose()
    {
        if (IsDisposed)
        {
            return;
        }

        IsDisposed = true;
        DisposeCore();
        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// Starts connecting. The outcome always comes later, out of Wait, even when it is known at once; nothing is thrown.
    /// </summary>
    internal abstract StreamLink Connect(EndPoint remote, ILinkEvents owner);

    /// <summary>Listens; a port of 0 becomes the effective one in the link's LocalEndPoint.</summary>
    /// <exception cref="SocketException">The address is in use, not ours, or not allowed.</exception>
    internal abstract ListenLink Listen(EndPoint local, int backlog, bool reusePort, IListenEvents owner);

    /// <summary>
    /// Takes over a connected socket of the runtime, on which nothing is under way; the socket itself is closed with it. When that
    /// fails, it is as it was.
    /// </summary>
    /// <exception cref="SocketException">The system has no descriptor left.</exception>
    internal virtual StreamLink Adopt(Socket socket) =>
        throw new NotSupportedException($"{GetType().Name} has no place for a socket of the system.");

    private protected abstract void DisposeCore();

    private protected FailedLink FailConnect(EndPoint remote, ILinkEvents owner, SocketError error)
    {
        var link = new FailedLink(remote, owner, error);
        _failed.Enqueue(link);
        return link;
    }

    /// <summary>Tells those known by now: a handler that connects again at once is told in the next Wait.</summary>
    private protected void TellFailedConnects()
    {
        for (var i = _failed.Count; i > 0 && !IsDisposed; i--)
        {
            var link = _failed.Dequeue();
            try
            {
                link.Tell();
            }
            catch (Exception e)
            {
                Report(link.Owner, e);
            }
        }
    }

    /// <summary>A handler threw: the loop hears of it, and the reactor goes on with the next one that is ready.</summary>
    private protected void Report(object? owner, Exception exception) => Fault?.Invoke(owner, exception);
}
