using System.Net;

namespace FsmKit.Net.Listening;

/// <summary>Distributes the connections of several listening sockets to waiting callers. Callable from any thread.</summary>
/// <remarks>
/// The sockets accept only while a caller waits. When several sockets accept for one caller, the other connections are kept for the next
/// callers, at most one per socket.
/// </remarks>
internal sealed partial class AcceptQueue
{
    private readonly Lock _lock = new();
    private readonly LinkedList<TaskCompletionSource<AcceptedSocket>> _waiting = new();
    private readonly Queue<AcceptedSocket> _ahead = new();
    private ListeningSocket[] _sockets = [];
    private bool _closed;

    /// <summary>How callers continue: on a thread of the pool, or, in a simulation, on the thread that gives them a connection.</summary>
    public TaskCreationOptions Continuations { get; set; } = TaskCreationOptions.RunContinuationsAsynchronously;

    /// <summary>The addresses of the listening sockets.</summary>
    public EndPoint[] EndPoints
    {
        get
        {
            lock (_lock)
            {
                return [.. _sockets.Select(static socket => socket.EndPoint).OfType<EndPoint>()];
            }
        }
    }

    public bool IsClosed
    {
        get
        {
            lock (_lock)
            {
                return _closed;
            }
        }
    }

    /// <summary>Adds listening sockets. Calls that already wait for a connection accept from them too. Callable from any thread.</summary>
    /// <returns>False if the queue is closed; the caller then keeps the sockets.</returns>
    public bool Add(params ReadOnlySpan<ListeningSocket> sockets)
    {
        lock (_lock)
        {
            if (_closed)
            {
                return false;
            }

            _sockets = [.. _sockets, .. sockets];
        }

        Accept();
        return true;
    }

    /// <summary>Returns the next connection.</summary>
    /// <exception cref="ObjectDisposedException">The queue is closed, or was closed during the wait.</exception>
    public async ValueTask<AcceptedSocket> TakeAsync(CancellationToken cancellation)
    {
        LinkedListNode<TaskCompletionSource<AcceptedSocket>> turn;
        lock (_lock)
        {
            if (_closed)
            {
                throw Closed();
            }

            cancellation.ThrowIfCancellationRequested();
            if (_ahead.TryDequeue(out var first))
            {
                return first;
            }

            turn = _waiting.AddLast(new TaskCompletionSource<AcceptedSocket>(Continuations));
        }

        using (cancellation.UnsafeRegister((_, token) => GiveUp(turn, token), null))
        {
            Accept();
            return await turn.Value.Task.ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Closes all sockets and the connections that were not taken. Waiting callers get an ObjectDisposedException. Does nothing at the second call.
    /// </summary>
    public void Close()
    {
        TaskCompletionSource<AcceptedSocket>[] waiting;
        AcceptedSocket[] ahead;
        CancellationTokenSource? handshakes;
        lock (_lock)
        {
            handshakes = _end;
            _closed = true;
            _watching = false;
            waiting = [.. _waiting];
            _waiting.Clear();
            ahead = [.. _ahead];
            _ahead.Clear();
        }

        foreach (var socket in Volatile.Read(ref _sockets))
        {
            socket.Close();
        }

        handshakes?.Cancel();
        foreach (var connection in ahead)
        {
            connection.Secure?.Dispose();
            connection.Socket.Dispose();
        }

        foreach (var turn in waiting)
        {
            turn.SetException(Closed());
        }
    }

    public static ObjectDisposedException Closed() => new(nameof(SocketListener), "Listener is already closed");

    private void GiveUp(LinkedListNode<TaskCompletionSource<AcceptedSocket>> turn, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (turn.List is null)
            {
                return;
            }

            _waiting.Remove(turn);
        }

        Rest();
        turn.Value.SetCanceled(cancellation);
    }
}
