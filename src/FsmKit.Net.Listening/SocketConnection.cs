using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace FsmKit.Net.Listening;

/// <summary>Connection accepted by a <see cref="SocketListener"/> (Gio <c>GSocketConnection</c>).</summary>
/// <remarks>
/// The caller of <see cref="SocketListener.AcceptAsync"/> owns its connection and must dispose it. A handler of a service does not own its
/// connection: the service closes it after the handlers have returned, unless one of them has called <see cref="Keep"/>; the application must
/// then dispose it. For <see cref="SocketService.Handler"/>, the service closes the connection after the end of the task. Members are callable
/// from any thread.
/// </remarks>
public sealed class SocketConnection : IAsyncDisposable, IDisposable
{
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(1);

    private int _holders = 1;
    private volatile bool _isKept;
    private volatile bool _isHandedOver;
    private readonly SslStream? _secure;
    private ConnectionStream? _stream;
    private int _isEnding;
    private volatile bool _isTakenBack;

    /// <summary>Creates a connection from a connected socket. The connection owns the socket.</summary>
    public SocketConnection(Socket socket)
    {
        ArgumentNullException.ThrowIfNull(socket);
        Socket = socket;
        RemoteEndPoint = PlainAddress.Of(socket.Peer());
    }

    internal SocketConnection(in AcceptedSocket accepted)
        : this(accepted.Socket) => _secure = accepted.Secure;

    /// <summary>The socket. With TLS, read and write only through <see cref="GetStream"/>.</summary>
    public Socket Socket { get; }

    /// <summary>The local address. After the end of the connection, null unless the property was read before.</summary>
    public EndPoint? LocalEndPoint => field ??= IsClosed ? null : PlainAddress.Of(Socket.LocalEndPoint);

    /// <summary>The address of the peer, also after the end of the connection; null if the system does not report it.</summary>
    public EndPoint? RemoteEndPoint { get; }

    /// <summary>Whether this side has closed the connection or handed the socket to a <see cref="GSock"/>.</summary>
    public bool IsClosed => _isHandedOver || Volatile.Read(ref _isEnding) != 0 || Socket.SafeHandle.IsClosed;

    /// <summary>Whether <see cref="Keep"/> was called.</summary>
    public bool IsKept => _isKept;

    /// <summary>
    /// Whether the connection uses TLS. The stream is then an <see cref="SslStream"/> with the negotiated version and cipher suite.
    /// </summary>
    public bool IsSecure => _secure is not null;

    /// <summary>Returns the stream of the connection, always the same one. Disposing the stream closes the connection.</summary>
    /// <exception cref="ObjectDisposedException">The connection is closed.</exception>
    public Stream GetStream()
    {
        if (IsClosed)
        {
            throw new ObjectDisposedException(nameof(SocketConnection), _isTakenBack
                ? $"The service has closed {this} because its handlers had returned: call Keep() in the handler, or use SocketService.Handler, which is awaited."
                : $"{this} is closed.");
        }

        return _secure ?? (Stream)(_stream ?? Interlocked.CompareExchange(ref _stream, new ConnectionStream(Socket), null) ?? _stream);
    }

    /// <summary>
    /// Keeps the connection open after the handlers of the <see cref="SocketService"/> have returned. The application must then dispose it.
    /// </summary>
    public void Keep() => _isKept = true;

    /// <summary>
    /// Hands the socket to a new <see cref="GSock"/>. The <see cref="EvConnected"/> of the gsock is published inside this call. This object
    /// is closed afterwards. Must be called on the thread of the parent's loop.
    /// </summary>
    /// <param name="parent">The parent of the new gsock.</param>
    /// <param name="name">The name of the gsock; null for none.</param>
    /// <param name="configure">Sets the parameters of the gsock before its start; null sets none.</param>
    /// <returns>The new gsock.</returns>
    /// <exception cref="ObjectDisposedException">The connection is closed.</exception>
    /// <exception cref="SocketException">The system has no descriptor left. The connection is unchanged.</exception>
    /// <exception cref="InvalidOperationException">The connection uses TLS. Use a GServerSock with SslOptions instead.</exception>
    /// <remarks>
    /// No operation may be pending on the socket. A socket on which no asynchronous operation has ever waited is cheaper, because the runtime has not
    /// registered it with its own event loop.
    /// </remarks>
    public GSock ToGSock(GObj parent, string? name = null, Action<GSock>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(parent);
        ObjectDisposedException.ThrowIf(IsClosed, this);
        if (IsSecure)
        {
            throw new InvalidOperationException($"{this} uses TLS, which a gsock cannot take over: use a GServerSock with SslOptions instead.");
        }

        _isHandedOver = true;
        try
        {
            return GSock.Adopt(parent, Socket, name, configure);
        }
        catch
        {
            _isHandedOver = false;
            throw;
        }
    }

    /// <summary>
    /// Ends the outgoing stream and closes the connection. Sent bytes still arrive. Does not block; does nothing at the second call.
    /// </summary>
    public void Dispose() => _ = EndAsync();

    /// <inheritdoc cref="Dispose"/>
    public async ValueTask DisposeAsync() => await EndAsync().ConfigureAwait(false);

    /// <summary>Returns the name of the class and the peer's address.</summary>
    public override string ToString() => $"{nameof(SocketConnection)}({RemoteEndPoint})";

    /// <summary>Adds a holder of the connection. Each holder must call <see cref="Release"/>.</summary>
    internal void Hold() => Interlocked.Increment(ref _holders);

    /// <summary>Removes a holder. The last one closes the connection, unless it is kept.</summary>
    /// <returns>Whether the connection was closed during a pending read.</returns>
    internal bool Release()
    {
        if (Interlocked.Decrement(ref _holders) != 0 || _isKept || IsClosed)
        {
            return false;
        }

        _isTakenBack = true;
        var isBusy = _stream is { IsBeingRead: true };
        Dispose();
        return isBusy;
    }

    private async Task EndAsync()
    {
        if (IsClosed || Interlocked.Exchange(ref _isEnding, 1) != 0)
        {
            return;
        }

        if (_secure is not null)
        {
            await SayGoodbyeAsync(_secure).ConfigureAwait(false);
        }

        Socket.EndSend();
        Socket.Dispose();
        _secure?.Dispose();
    }

    /// <summary>Sends close_notify (RFC 8446 section 6.1). Gives up after 1 s, or after an error.</summary>
    private static async Task SayGoodbyeAsync(SslStream stream)
    {
        try
        {
            await stream.ShutdownAsync().WaitAsync(Goodbye).ConfigureAwait(false);
        }
        catch (Exception x) when (x is IOException or InvalidOperationException or TimeoutException or NotSupportedException)
        {
            // The session has ended, or a write is in progress.
        }
    }
}
