using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace FsmKit.Net.Listening;

/// <summary>Keeps track of listening sockets and accepts connections from any of them, with or without a loop.</summary>
/// <remarks>
/// After GLib's GSocketListener. Callable from any thread. A connection is taken out of the system's backlog only while somebody waits
/// for one; the others stay there. The sockets are listened on until <see cref="Close"/>, or until a listener that has no accept pending is
/// forgotten: then the garbage collector closes them, as it does with any socket, so keep a reference to it.
/// </remarks>
public partial class SocketListener : IAsyncDisposable, IDisposable
{
    private const int LongestBacklog = 2000;

    /// <summary>Makes a listener without sockets.</summary>
    public SocketListener()
    {
    }

    /// <summary>
    /// Tells what happens to each socket that the listener opens, on the thread and inside the call that adds it. A handler that throws ends
    /// that call: nothing is added.
    /// </summary>
    public event EventHandler<SocketListenerEventArgs>? ListenerEvent;

    /// <summary>Tells that sockets have been added, once per call. What a handler throws goes to the log.</summary>
    public event EventHandler? Changed;

    /// <summary>
    /// How many connections the system keeps for each socket until they are accepted; for sockets that are added from now on.
    /// </summary>
    /// <value>0 to 2000; 1024 to begin with. The system's own limit may be lower. A closed listener ignores it.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is below 0 or above 2000.</exception>
    public int ListenBacklog
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, LongestBacklog);
            field = IsClosed ? field : value;
        }
    }

    = 1024;

    /// <summary>Opens, binds and listens: put one of your own here to set options of the sockets.</summary>
    public ListenerSocketFactory SocketFactory { get; init; } = ListenerSocketFactory.Default;

    /// <summary>
    /// Speaks TLS on every connection, as these options say; null does not. A connection is given away when its handshake is done, and no
    /// connection waits for the handshake of another; one that fails is closed and told in the log.
    /// </summary>
    public TlsOptions? SslOptions
    {
        get;
        init
        {
            field = value;
            Queue.Secure = value is null ? null : SecureAsync;
        }
    }

    /// <summary>Where failed handshakes and handlers that throw are told; null is nowhere, and for a service the log of its loop.</summary>
    public ILogger? Logger { get; init; }

    /// <summary>The addresses that it listens on, with the ports in use.</summary>
    public IReadOnlyList<EndPoint> LocalEndPoints => Queue.EndPoints;

    /// <summary>Whether <see cref="Close"/> was called.</summary>
    public bool IsClosed => Queue.IsClosed;

    internal AcceptQueue Queue { get; } = new();

    private protected virtual ILogger Log => Logger ?? NullLogger.Instance;

    /// <summary>
    /// The next connection of any of the sockets. Several may be waited for at once; each ends with one connection of its own.
    /// </summary>
    /// <returns>The connection, which is the caller's from now on, and the tag that its listening socket was added with.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The listener is closed, or was meanwhile.</exception>
    /// <exception cref="SocketException">
    /// Accepting failed, for example because no descriptor is left; the connection stays in the backlog.
    /// </exception>
    /// <exception cref="InvalidOperationException">The listener speaks TLS, which a socket does not: take <see cref="AcceptAsync"/>.</exception>
    /// <remarks>Without sockets it waits until one is added.</remarks>
    public async ValueTask<(Socket Socket, object? Source)> AcceptSocketAsync(CancellationToken cancellation = default)
    {
        if (SslOptions is not null)
        {
            throw new InvalidOperationException($"{this} speaks TLS, which a socket does not: take AcceptAsync, whose connection has the stream.");
        }

        var accepted = await Queue.TakeAsync(cancellation).ConfigureAwait(false);
        return (accepted.Socket, accepted.Source);
    }

    /// <inheritdoc cref="AcceptSocketAsync"/>
    public async ValueTask<(SocketConnection Connection, object? Source)> AcceptAsync(CancellationToken cancellation = default)
    {
        var accepted = await Queue.TakeAsync(cancellation).ConfigureAwait(false);
        return (new SocketConnection(accepted), accepted.Source);
    }

    /// <summary>As <see cref="AcceptSocketAsync"/>, but blocks: not for a loop's thread.</summary>
    /// <inheritdoc cref="AcceptSocketAsync"/>
    public (Socket Socket, object? Source) AcceptSocket(CancellationToken cancellation = default) =>
        AcceptSocketAsync(cancellation).AsTask().GetAwaiter().GetResult();

    /// <summary>As <see cref="AcceptAsync"/>, but blocks: not for a loop's thread.</summary>
    /// <inheritdoc cref="AcceptSocketAsync"/>
    public (SocketConnection Connection, object? Source) Accept(CancellationToken cancellation = default) =>
        AcceptAsync(cancellation).AsTask().GetAwaiter().GetResult();

    /// <summary>
    /// Closes every socket, those of <see cref="AddSocket"/> too, and ends every accept that is pending. Doing it twice does nothing.
    /// </summary>
    public void Close() => Dispose();

    /// <inheritdoc cref="Close"/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Close"/>
    public virtual ValueTask DisposeAsync()
    {
        Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>The name of the class and the addresses that it listens on.</summary>
    public override string ToString() => $"{GetType().Name}({string.Join(", ", LocalEndPoints)})";

    /// <summary>Closes the sockets.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Queue.Close();
        }
    }

    /// <summary>Raises <see cref="ListenerEvent"/>.</summary>
    protected virtual void OnListenerEvent(SocketListenerEventArgs e) => ListenerEvent?.Invoke(this, e);

    /// <summary>Raises <see cref="Changed"/>.</summary>
    protected virtual void OnChanged() => Raise(Changed, nameof(Changed));

    /// <summary>Tells each handler, also after one that throws: what happened has happened, and its cause is not to blame.</summary>
    private protected void Raise(EventHandler? handlers, string what)
    {
        foreach (var handler in Delegate.EnumerateInvocationList(handlers))
        {
            try
            {
                handler(this, EventArgs.Empty);
            }
            catch (Exception x)
            {
                ListeningLog.EventFault(Log, this, what, x);
            }
        }
    }
}
