using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net.Listening;

/// <summary>One listening socket of a listener. It has at most one accept outstanding, and only while somebody wants a connection.</summary>
internal sealed class ListeningSocket(AcceptQueue queue, Socket socket, ListenerSocketFactory factory, object? source)
{
    // One source serves accept after accept, until it is cancelled.
    private CancellationTokenSource? _cancellation;
    private bool _isAccepting;

    /// <summary>The address that it listens on, with the port in use.</summary>
    public EndPoint? EndPoint { get; } = socket.LocalEndPoint;

    /// <summary>Accepts as long as somebody wants a connection; does nothing while it already does.</summary>
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
                // Nobody wants a connection any more; or somebody does again, and the next round asks.
            }
            catch (SocketException x) when (x.SocketErrorCode is SocketError.ConnectionAborted or SocketError.ConnectionReset)
            {
                // It was gone before it was accepted: on to the next one.
            }
            catch (Exception x) when (x is SocketException or InvalidOperationException)
            {
                failure = x;
            }

            queue.End(this, accepted, failure);
        }
    }

    /// <summary>Marks it as accepting, under the queue's lock: a <see cref="Cancel"/> from then on concerns this accept.</summary>
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

    /// <summary>Marks it as idle, under the queue's lock.</summary>
    public void End() => _isAccepting = false;

    /// <summary>Takes the outstanding accept back. When a connection was faster, it is kept for whoever asks next.</summary>
    public void Cancel() => Interlocked.Exchange(ref _cancellation, null)?.Cancel();

    /// <summary>Whether it will never accept again: somebody has closed it, or it does not listen.</summary>
    public bool IsUseless(Exception failure) => failure is not SocketException || socket.SafeHandle.IsClosed;

    public void Close() => UnixSocket.Close(socket);
}
