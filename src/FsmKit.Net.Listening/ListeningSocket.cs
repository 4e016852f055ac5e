using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net.Listening;

/// <summary>Listening socket of a listener. Has at most one pending accept, and only while a connection is wanted.</summary>
internal sealed class ListeningSocket(AcceptQueue queue, Socket socket, ListenerSocketFactory factory, object? source)
{
    // One source serves all accepts until its cancellation.
    private CancellationTokenSource? _cancellation;
    private bool _isAccepting;

    /// <summary>The local address, with the port in use.</summary>
    public EndPoint? EndPoint { get; } = socket.LocalEndPoint;

    /// <summary>Accepts while a connection is wanted. Does nothing if an accept is already pending.</summary>
    public async Task AcceptAsync()
    {
        while (queue.Begin(this, out var cancellation))
        {
            AcceptedSocket? accepted = null;
            Exception? failure = null;
            try
            {
                accepted = new AcceptedSocket(await factory.AcceptAsync(socket, cancellation).ConfigureAwait(false), source);
            }
            catch (OperationCanceledException)
            {
                // No connection was wanted. The next round checks again.
            }
            catch (SocketException x) when (x.SocketErrorCode is SocketError.ConnectionAborted or SocketError.ConnectionReset)
            {
                // The connection ended before the accept: try the next one.
            }
            catch (Exception x) when (x is SocketException or InvalidOperationException)
            {
                failure = x;
            }

            queue.End(this, accepted, failure);
        }
    }

    /// <summary>Marks the socket as accepting, under the queue's lock. A later <see cref="Cancel"/> cancels this accept.</summary>
    public bool TryBegin(out CancellationToken cancellation)
    {
        cancellation = default;
        if (_isAccepting)
        {
            return false;
        }

        _isAccepting = true;
        cancellation = (_cancellation ??= new CancellationTokenSource()).Token;
        return true;
    }

    /// <summary>Marks the socket as idle, under the queue's lock.</summary>
    public void End() => _isAccepting = false;

    /// <summary>Cancels the pending accept. A connection that comes before the cancellation is kept for the next caller.</summary>
    public void Cancel() => Interlocked.Exchange(ref _cancellation, null)?.Cancel();

    /// <summary>Whether the socket can never accept again, because it is closed or does not listen.</summary>
    public bool IsUseless(Exception failure) => failure is not SocketException || socket.SafeHandle.IsClosed;

    public void Close() => UnixSocket.Close(socket);
}
