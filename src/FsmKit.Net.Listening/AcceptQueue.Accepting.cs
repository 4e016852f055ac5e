namespace FsmKit.Net.Listening;

/// <content>The producers: accepts of the listening sockets.</content>
internal sealed partial class AcceptQueue
{
    /// <summary>Marks a socket as accepting, if a connection is wanted and the socket does not accept yet. Returns whether it did.</summary>
    /// <param name="socket">The listening socket.</param>
    /// <param name="cancellation">Cancels the accept.</param>
    public bool Begin(ListeningSocket socket, out CancellationToken cancellation)
    {
        lock (_lock)
        {
            cancellation = default;
            var wanted = _waiting.Count > 0 || (_watching && _ahead.Count == 0);
            return wanted && !_closed && _handshakes < MaxHandshakes && Array.IndexOf(_sockets, socket) >= 0 && socket.TryBegin(out cancellation);
        }
    }

    /// <summary>Handles the end of an accept: with a connection, with a failure, or with neither after a cancellation.</summary>
    public void End(ListeningSocket socket, AcceptedSocket? accepted, Exception? failure)
    {
        CancellationToken? end = null;
        lock (_lock)
        {
            socket.End();
            if (failure is not null && socket.IsUseless(failure))
            {
                _sockets = [.. _sockets.Where(other => other != socket)];
            }

            if (accepted is not null && Secure is not null && !_closed)
            {
                end = (_end ??= new CancellationTokenSource()).Token;
                _handshakes++;
            }
        }

        if (end is { } handshakesEnd)
        {
            _ = SecureAsync(accepted!.Value, handshakesEnd);
        }
        else
        {
            Deliver(accepted, failure);
        }
    }

    /// <summary>Gives a connection or a failure to the first waiting caller; without one, keeps the connection.</summary>
    private void Deliver(AcceptedSocket? accepted, Exception? failure)
    {
        TaskCompletionSource<AcceptedSocket>? turn = null;
        var tell = false;
        bool closed;
        lock (_lock)
        {
            closed = _closed;
            if (!closed && (accepted is not null || failure is not null))
            {
                turn = _waiting.First?.Value;
                if (turn is not null)
                {
                    _waiting.RemoveFirst();
                }
                else
                {
                    tell = Keep(accepted);
                }
            }
        }

        if (closed)
        {
            accepted?.Secure?.Dispose();
            accepted?.Socket.Dispose();
            return;
        }

        // Cancel the other accepts before the caller continues, so that the next connection stays in the backlog.
        Rest();
        if (tell)
        {
            _watcher!(failure);
        }

        if (accepted is { } connection)
        {
            turn?.SetResult(connection);
        }
        else
        {
            turn?.SetException(failure!);
        }
    }

    /// <summary>
    /// Keeps a connection for which no caller waits. A failure ends the watching instead. Returns whether the watcher must be called.
    /// </summary>
    private bool Keep(AcceptedSocket? accepted)
    {
        if (accepted is { } connection)
        {
            _ahead.Enqueue(connection);
            return _watcher is not null;
        }

        var tell = _watching;
        _watching = false;
        return tell;
    }

    /// <summary>Starts an accept on each socket. A socket accepts again while a connection is wanted.</summary>
    private void Accept()
    {
        foreach (var socket in Volatile.Read(ref _sockets))
        {
            _ = socket.AcceptAsync();
        }
    }

    /// <summary>Cancels the pending accepts if no connection is wanted.</summary>
    private void Rest()
    {
        lock (_lock)
        {
            if (_watching || _waiting.Count > 0)
            {
                return;
            }
        }

        foreach (var socket in Volatile.Read(ref _sockets))
        {
            socket.Cancel();
        }
    }
}
