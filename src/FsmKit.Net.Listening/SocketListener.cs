using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace FsmKit.Net.Listening;

/// <summary>Listens on several sockets and accepts connections from any of them, with or without a loop.</summary>
/// <remarks>
/// Modelled on GLib's GSocketListener. Callable from any thread. A connection leaves the system's backlog only while a caller waits for one. The
/// sockets listen until <see cref="Close"/>. Keep a reference to the listener: without a reference and without a pending accept, the garbage
/// collector closes its sockets.
/// </remarks>
public partial class SocketListener : IAsyncDisposable, IDisposable
{
    private const int LongestBacklog = 2000;

    /// <summary>Creates a listener without sockets.</summary>
    public SocketListener()
    {
    }

    /// <summary>
    /// Reports each step of a socket that the listener opens, on the thread and inside the call that adds the socket. An exception of a handler ends
    /// this call; no socket is added.
    /// </summary>
    public event EventHandler<SocketListenerEventArgs>? ListenerEvent;

    /// <summary>
    /// Reports that sockets were added, once per call that adds sockets, on the thread of this call. Exceptions of handlers are logged.
    /// </summary>
    public event EventHandler? Changed;

    /// <summary>
    /// Number of connections that the system queues for each socket until they are accepted. A change applies to sockets added later.
    /// </summary>
    /// <value>0 to 2000; default 1024. The system's own limit may be lower. A closed listener ignores a change.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 0 or above 2000.</exception>
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

    /// <summary>
    /// Factory that opens and binds the sockets. Set a derived one to change socket options. Default:
    /// <see cref="ListenerSocketFactory.Default"/>.
    /// </summary>
    public ListenerSocketFactory SocketFactory { get; init; } = ListenerSocketFactory.Default;

    /// <summary>
    /// Options of TLS for every connection. A connection is delivered after its handshake, and does not wait for the handshakes of others. A failed
    /// handshake closes the connection and is logged. Default: null, no TLS.
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

    /// <summary>
    /// Logger for failed handshakes and exceptions of handlers. Default: null, no log; for a <see cref="SocketService"/>, the logger of its
    /// loop.
    /// </summary>
    public ILogger? Logger { get; init; }

    /// <summary>The addresses of the listening sockets, with the ports in use.</summary>
    public IReadOnlyList<EndPoint> LocalEndPoints => Queue.EndPoints;

    /// <summary>Whether <see cref="Close"/> was called.</summary>
    public bool IsClosed => Queue.IsClosed;

    internal AcceptQueue Queue { get; } = new();

    private protected virtual ILogger Log => Logger ?? NullLogger.Instance;

    /// <summary>
    /// Waits for the next connection of any of the sockets and returns it. Several calls may wait at the same time; each gets its own connection.
    /// Without sockets, the call waits until one is added.
    /// </summary>
    /// <returns>The connection, which the caller owns, and the tag with which its listening socket was added; null for none.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The listener is closed, or was closed during the wait.</exception>
    /// <exception cref="SocketException">
    /// Accepting failed, for instance because no descriptor is left. The connection stays in the backlog.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// A method that returns a socket was called with <see cref="SslOptions"/>. Use <see cref="AcceptAsync"/>.
    /// </exception>
    public async ValueTask<(Socket Socket, object? Source)> AcceptSocketAsync(CancellationToken cancellation = default)
    {
        if (SslOptions is not null)
        {
            throw new InvalidOperationException($"{this} uses TLS, and a socket has no TLS stream: use AcceptAsync, whose connection has one.");
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

    /// <summary>Accepts as <see cref="AcceptSocketAsync"/> does, and blocks the calling thread. Do not call on a loop's thread.</summary>
    /// <inheritdoc cref="AcceptSocketAsync"/>
    public (Socket Socket, object? Source) AcceptSocket(CancellationToken cancellation = default) =>
        AcceptSocketAsync(cancellation).AsTask().GetAwaiter().GetResult();

    /// <summary>Accepts as <see cref="AcceptAsync"/> does, and blocks the calling thread. Do not call on a loop's thread.</summary>
    /// <inheritdoc cref="AcceptSocketAsync"/>
    public (SocketConnection Connection, object? Source) Accept(CancellationToken cancellation = default) =>
        AcceptAsync(cancellation).AsTask().GetAwaiter().GetResult();

    /// <summary>
    /// Closes all sockets, also those of <see cref="AddSocket"/>, and ends all pending accepts. Does nothing at the second call.
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

    /// <summary>Returns the name of the class and the addresses of its sockets.</summary>
    public override string ToString() => $"{GetType().Name}({string.Join(", ", LocalEndPoints)})";

    /// <summary>Closes the sockets.</summary>
    /// <param name="disposing">True in <see cref="Dispose()"/>; false in a finalizer, which closes nothing here.</param>
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

    /// <summary>
    /// Calls each handler, also after one that threw. Exceptions are logged and do not reach the caller, who has not caused them.
    /// </summary>
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
