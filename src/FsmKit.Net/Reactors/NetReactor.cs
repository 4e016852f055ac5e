using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>A reactor whose loop can also connect and listen: what GSock and GServerSock ask for.</summary>
/// <remarks>There are two of them for the system's sockets, and one in memory for tests; sockets of one reactor stay with its loop and its thread.</remarks>
public abstract class NetReactor : IReactor
{
    /// <summary>The number of links that a reactor tells of in one <see cref="Wait"/> at most, and so of connections that end in one cycle.</summary>
    public const int EndsAtOnce = 512;

    private const int ScratchSize = 64 * 1024;
    private const int RestWithoutMemory = 10;

    private readonly Queue<IDueLink> _due = new(EndsAtOnce);
    private bool _hasReservedEnds;
    private bool _isOutOfMemory;

    private protected NetReactor() => NetColdStart.Ensure();

    /// <inheritdoc/>
    public Action<object?, Exception>? Fault { get; set; }

    /// <summary>
    /// One receive buffer for all links of the loop: an idle connection costs none. Its content is valid until the next Receive.
    /// </summary>
    internal byte[] Scratch { get; } = GC.AllocateUninitializedArray<byte>(ScratchSize, pinned: true);

    private protected bool IsDisposed { get; private set; }

    /// <summary>What the TLS links of this loop work with, one at a time.</summary>
    internal Stack<TlsWorkspace> TlsWorkspaces { get; } = new();

    /// <summary>A link waits to be told: Wait must not sleep before it has been.</summary>
    private protected bool HasDue => _due.Count > 0;

    /// <summary>Creates the best reactor of this system: epoll on Linux, the portable one elsewhere.</summary>
    public static NetReactor Create() => OperatingSystem.IsLinux() ? new EpollReactor() : new SocketReactor();

    /// <summary>The reactor of a loop. A loop that sleeps on timers only gets the best one of this system with its first socket.</summary>
    internal static NetReactor Of(GAplic gaplic) => gaplic.Reactor as NetReactor ?? gaplic.RequireReactor(Create);

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

    /// <summary>Takes a socket over that listens already; the reactor closes it.</summary>
    /// <exception cref="SocketException">It cannot be taken over.</exception>
    internal virtual ListenLink Adopt(Socket listening, IListenEvents owner) => throw new SocketException((int)SocketError.OperationNotSupported);

    /// <summary>
    /// Takes over a connection: one that another loop's link has <see cref="StreamLink.Detach">left</see>, or a socket of the runtime on which
    /// nothing is under way.
    /// </summary>
    /// <exception cref="SocketException">It cannot be taken over.</exception>
    internal virtual StreamLink Attach(IDisposable socket) => throw new SocketException((int)SocketError.OperationNotSupported);

    /// <summary>Called before the first connection of a loop, whatever reactor it has had before.</summary>
    internal void ReserveEnds(GAplic gaplic)
    {
        if (!_hasReservedEnds)
        {
            GSock.ReserveEnds(gaplic, EndsAtOnce);
            _hasReservedEnds = true;
        }
    }

    /// <summary>Has the link tell its owner in the next Wait, which does not sleep before.</summary>
    internal void TellLater(IDueLink link) => _due.Enqueue(link);

    private protected abstract void DisposeCore();

    private protected FailedLink FailConnect(EndPoint remote, ILinkEvents owner, SocketError error)
    {
        var link = new FailedLink(remote, owner, error);
        TellLater(link);
        return link;
    }

    /// <summary>Tells those that wait by now: what a handler adds is told in the next Wait.</summary>
    private protected void TellDue()
    {
        if (_isOutOfMemory)
        {
            // What could not be served is ready still: without a rest the loop would spin until there is memory.
            _isOutOfMemory = false;
            Thread.Sleep(RestWithoutMemory);
        }

        for (var i = _due.Count; i > 0 && !IsDisposed; i--)
        {
            var link = _due.Dequeue();
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
    private protected void Report(object? owner, Exception exception)
    {
        _isOutOfMemory |= exception is OutOfMemoryException;
        Fault?.Invoke(owner, exception);
    }
}
