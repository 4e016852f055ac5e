using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>A connection that a <see cref="SocketListener"/> has accepted (Gio <c>GSocketConnection</c>).</summary>
/// <remarks>
/// Whoever gets one from <see cref="SocketListener.AcceptAsync"/> owns it. A handler of a service is only lent it: when the handlers have
/// returned, the service closes it, unless one of them has called <see cref="Keep"/> and disposes it later.
/// </remarks>
public sealed class SocketConnection : IAsyncDisposable, IDisposable
{
    private int _holders = 1;
    private volatile bool _isKept;
    private volatile bool _isHandedOver;
    private NetworkStream? _stream;

    /// <summary>Makes a connection out of a connected socket, which it closes when it is disposed.</summary>
    public SocketConnection(Socket socket)
    {
        ArgumentNullException.ThrowIfNull(socket);
        Socket = socket;
        RemoteEndPoint = PlainAddress.Of(socket.Peer());
    }

    /// <summary>The socket.</summary>
    public Socket Socket { get; }

    /// <summary>The own address; null when it was never asked for while the connection was open.</summary>
    public EndPoint? LocalEndPoint => field ??= IsClosed ? null : PlainAddress.Of(Socket.LocalEndPoint);

    /// <summary>The address of the other side, also after the end of the connection; null when it cannot be told.</summary>
    public EndPoint? RemoteEndPoint { get; }

    /// <summary>Whether the connection was closed on this side, or its socket was handed to a <see cref="GSock"/>.</summary>
    public bool IsClosed => _isHandedOver || Socket.SafeHandle.IsClosed;

    /// <summary>Whether somebody has called <see cref="Keep"/>.</summary>
    public bool IsKept => _isKept;

    /// <summary>The connection as a stream, always the same one; disposing it closes the connection.</summary>
    /// <exception cref="ObjectDisposedException">The connection is closed.</exception>
    public Stream GetStream()
    {
        ObjectDisposedException.ThrowIf(IsClosed, this);
        return _stream ?? Interlocked.CompareExchange(ref _stream, new NetworkStream(Socket, ownsSocket: true), null) ?? _stream;
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
    /// <remarks>
    /// Nothing may be under way on the socket, and best nothing was: what never waited in the runtime costs nothing there later.
    /// </remarks>
    public GSock ToGSock(GObj parent, string? name = null, Action<GSock>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(parent);
        ObjectDisposedException.ThrowIf(IsClosed, this);
        var gsock = parent.Create(name, configure);
        StreamLink link;
        try
        {
            link = NetReactor.Of(parent.Gaplic).Attach(Socket);
        }
        catch
        {
            gsock.Destroy();
            throw;
        }

        _isHandedOver = true;
        gsock.Accept(link, server: null);
        return gsock;
    }

    /// <summary>Ends the own stream and closes the connection; what was sent still arrives. Doing it twice does nothing.</summary>
    public void Dispose()
    {
        if (!IsClosed)
        {
            Socket.EndSend();
            Socket.Dispose();
        }
    }

    /// <inheritdoc cref="Dispose"/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Where it comes from.</summary>
    public override string ToString() => $"{nameof(SocketConnection)}({RemoteEndPoint})";

    /// <summary>One more lends the connection out; each of them calls <see cref="Release"/>.</summary>
    internal void Hold() => Interlocked.Increment(ref _holders);

    /// <summary>The last one closes the connection, unless it is kept.</summary>
    internal void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0 && !_isKept)
        {
            Dispose();
        }
    }
}
