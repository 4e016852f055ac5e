using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace FsmKit.Net.Listening;

/// <summary>A connection that a <see cref="SocketListener"/> has accepted (Gio <c>GSocketConnection</c>).</summary>
/// <remarks>
/// Whoever gets one from <see cref="SocketListener.AcceptAsync"/> owns it. A handler of a service is only lent it: when the handlers have
/// returned, the service closes it, unless one of them has called <see cref="Keep"/> and disposes it later. To
/// <see cref="SocketService.Handler"/> it is lent until its task has ended.
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

    /// <summary>Makes a connection out of a connected socket, which it closes when it is disposed.</summary>
    public SocketConnection(Socket socket)
    {
        ArgumentNullException.ThrowIfNull(socket);
        Socket = socket;
        RemoteEndPoint = PlainAddress.Of(socket.Peer());
    }

    internal SocketConnection(in AcceptedSocket accepted)
        : this(accepted.Socket) => _secure = accepted.Secure;

    /// <summary>The socket. With TLS only the stream can be read and written.</summary>
    public Socket Socket { get; }

    /// <summary>The own address; null when it was never asked for while the connection was open.</summary>
    public EndPoint? LocalEndPoint => field ??= IsClosed ? null : PlainAddress.Of(Socket.LocalEndPoint);

    /// <summary>The address of the other side, also after the end of the connection; null when it cannot be told.</summary>
    public EndPoint? RemoteEndPoint { get; }

    /// <summary>Whether the connection was closed on this side, or its socket was handed to a <see cref="GSock"/>.</summary>
    public bool IsClosed => _isHandedOver || Volatile.Read(ref _isEnding) != 0 || Socket.SafeHandle.IsClosed;

    /// <summary>Whether somebody has called <see cref="Keep"/>.</summary>
    public bool IsKept => _isKept;

    /// <summary>Whether it speaks TLS: the stream is an <see cref="SslStream"/> then, which tells what was agreed on.</summary>
    public bool IsSecure => _secure is not null;

    /// <summary>The connection as a stream, always the same one; disposing it closes the connection.</summary>
    /// <exception cref="ObjectDisposedException">The connection is closed.</exception>
    public Stream GetStream()
    {
        if (IsClosed)
        {
            throw new ObjectDisposedException(nameof(SocketConnection), _isTakenBack
                ? $"The service has closed {this}, because its handlers had returned: call Keep() in the handler, or use SocketService.Handler, which is awaited."
                : $"{this} is closed.");
        }

        return _secure ?? (Stream)(_stream ?? Interlocked.CompareExchange(ref _stream, new ConnectionStream(Socket), null) ?? _stream);
    }

    /// <summary>Takes the connection over: it stays open when the handlers of the service have returned, and the caller disposes it.</summary>
    public void Keep() => _isKept = true;

    /// <summary>
    /// Hands the connection to a new <see cref="GSock"/>, which is connected from its creation on: its <see cref="EvConnected"/> comes
    /// inside this call. For this object, that is the end of the connection.
    /// </summary>
    /// <param name="parent">The gobj below which it is created; the call is made on its loop's thread.</param>
    /// <param name="name">The name of the gsock, or null for none.</param>
    /// <param name="configure">Writes its parameters.</param>
    /// <exception cref="ObjectDisposedException">The connection is closed.</exception>
    /// <exception cref="SocketException">The system has no descriptor left; the connection is as it was.</exception>
    /// <exception cref="InvalidOperationException">It speaks TLS here already: give a GServerSock the SslOptions instead.</exception>
    /// <remarks>
    /// Nothing may be under way on the socket, and best nothing was: what never waited in the runtime costs nothing there later.
    /// </remarks>
    public GSock ToGSock(GObj parent, string? name = null, Action<GSock>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(parent);
        ObjectDisposedException.ThrowIf(IsClosed, this);
        if (IsSecure)
        {
            throw new InvalidOperationException($"{this} speaks TLS here already, which a gsock cannot take over: give a GServerSock the SslOptions instead.");
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
    /// Ends the own stream and closes the connection; what was sent still arrives. It does not block, and doing it twice does nothing.
    /// </summary>
    public void Dispose() => _ = EndAsync();

    /// <inheritdoc cref="Dispose"/>
    public async ValueTask DisposeAsync() => await EndAsync().ConfigureAwait(false);

    /// <summary>Where it comes from.</summary>
    public override string ToString() => $"{nameof(SocketConnection)}({RemoteEndPoint})";

    /// <summary>One more lends the connection out; each of them calls <see cref="Release"/>.</summary>
    internal void Hold() => Interlocked.Increment(ref _holders);

    /// <summary>The last one closes the connection, unless it is kept.</summary>
    /// <returns>Whether it was closed while it was being read.</returns>
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

    /// <summary>Sends close_notify, unless the peer does not take it: then it will not miss it either.</summary>
    private static async Task SayGoodbyeAsync(SslStream stream)
    {
        try
        {
            await stream.ShutdownAsync().WaitAsync(Goodbye).ConfigureAwait(false);
        }
        catch (Exception x) when (x is IOException or InvalidOperationException or TimeoutException or NotSupportedException)
        {
            // There is no session to end any more, or it is being written.
        }
    }
}
