using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>
/// Part of a loop that waits for sockets (<see cref="IReactor"/>), for <see cref="GSock"/> and <see cref="GServerSock"/>.
/// </summary>
/// <remarks>
/// <see cref="EpollReactor"/> and <see cref="SocketReactor"/> use the sockets of the system; FsmKit.Testing has one in memory. A socket belongs to
/// one reactor, its loop and its thread.
/// </remarks>
public abstract class NetReactor : IReactor
{
    /// <summary>
    /// Largest number of ready sockets that one <see cref="Wait"/> reports: 512. So at most 512 connections are ended by their peers in one
    /// turn of the loop.
    /// </summary>
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
    /// Receive buffer of all links of the loop, so that an idle connection needs none. The content is valid until the next Receive.
    /// </summary>
    internal byte[] Scratch { get; } = GC.AllocateUninitializedArray<byte>(ScratchSize, pinned: true);

    private protected bool IsDisposed { get; private set; }

    /// <summary>Free workspaces for the TLS links of this loop.</summary>
    internal Stack<TlsWorkspace> TlsWorkspaces { get; } = new();

    /// <summary>Whether a due link waits. Wait must not sleep then.</summary>
    private protected bool HasDue => _due.Count > 0;

    /// <summary>Creates the fastest reactor for this system: <see cref="EpollReactor"/> on Linux, <see cref="SocketReactor"/> elsewhere.</summary>
    public static NetReactor Create() => OperatingSystem.IsLinux() ? new EpollReactor() : new SocketReactor();

    /// <summary>Returns the reactor of a loop. A loop without a reactor for sockets gets one with its first socket.</summary>
    internal static NetReactor Of(GAplic gaplic) => gaplic.Reactor as NetReactor ?? gaplic.RequireReactor(Create);

    /// <inheritdoc/>
    public abstract void Wait(int milliseconds);

    /// <inheritdoc/>
    public abstract void Wake();

    /// <summary>
    /// Closes all sockets of the reactor without an event to their gobjs, then the reactor. Does nothing at the second call.
    /// </summary>
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
    /// Starts a connect. The result is always reported later, inside Wait, even if it is known at once. Never throws a SocketException.
    /// </summary>
    internal abstract StreamLink Connect(EndPoint remote, ILinkEvents owner);

    /// <summary>Listens on an address. Port 0 takes a free port; see the LocalEndPoint of the link.</summary>
    /// <exception cref="SocketException">The address is in use, not an address of this machine, or not permitted.</exception>
    internal abstract ListenLink Listen(EndPoint local, int backlog, bool reusePort, IListenEvents owner);

    /// <summary>Takes over a listening socket and closes it later.</summary>
    /// <exception cref="SocketException">The reactor cannot take over the socket.</exception>
    internal virtual ListenLink Adopt(Socket listening, IListenEvents owner) => throw new SocketException((int)SocketError.OperationNotSupported);

    /// <summary>
    /// Takes over a connected socket: the result of <see cref="StreamLink.Detach"/>, or a socket of the runtime without a pending operation.
    /// </summary>
    /// <exception cref="SocketException">The reactor cannot take over the socket.</exception>
    internal virtual StreamLink Attach(IDisposable socket) => throw new SocketException((int)SocketError.OperationNotSupported);

    /// <summary>Reserves queue space for the ends of connections. Called before the first connection of a loop.</summary>
    internal void ReserveEnds(GAplic gaplic)
    {
        if (!_hasReservedEnds)
        {
            GSock.ReserveEnds(gaplic, EndsAtOnce);
            _hasReservedEnds = true;
        }
    }

    /// <summary>Makes the next Wait call <see cref="IDueLink.TellOwner"/>, without sleeping before.</summary>
    internal void TellLater(IDueLink link) => _due.Enqueue(link);

    private protected abstract void DisposeCore();

    private protected FailedLink FailConnect(EndPoint remote, ILinkEvents owner, SocketError error)
    {
        var link = new FailedLink(remote, owner, error);
        TellLater(link);
        return link;
    }

    /// <summary>Calls TellOwner of the links that are due now. Links that a handler adds follow in the next Wait.</summary>
    private protected void TellDue()
    {
        if (_isOutOfMemory)
        {
            // The unserved links are still ready: without a rest the loop would spin until memory is free.
            _isOutOfMemory = false;
            Thread.Sleep(RestWithoutMemory);
        }

        for (var i = _due.Count; i > 0 && !IsDisposed; i--)
        {
            var link = _due.Dequeue();
            try
            {
                link.TellOwner();
            }
            catch (Exception e)
            {
                Report(link.Owner, e);
            }
        }
    }

    /// <summary>Reports an exception of a handler to the loop. The reactor continues with the next ready link.</summary>
    private protected void Report(object? owner, Exception exception)
    {
        _isOutOfMemory |= exception is OutOfMemoryException;
        Fault?.Invoke(owner, exception);
    }
}
