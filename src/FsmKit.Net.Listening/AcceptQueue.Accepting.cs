namespace FsmKit.Net.Listening;

/// <content>The side of the listening sockets.</content>
internal sealed partial class AcceptQueue
{
    /// <summary>Whether a socket shall accept now, and what would cancel it.</summary>
    public bool Begin(ListeningSocket socket, out CancellationToken cancellation)
    {
        lock (_lock)
        {
            cancellation = default;
            var wanted = _waiting.Count > 0 || (_watching && _ahead.Count == 0);
            return wanted && !_closed && _handshakes < MaxHandshakes && Array.IndexOf(_sockets, socket) >= 0 && socket.TryBegin(out cancellation);
        }
    }

    /// <summary>An accept has ended: with a connection, with a failure, or with neither.</summary>
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

    /// <summary>Gives a connection or a failure to whoever is first, or keeps it.</summary>
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

        // Before anybody goes on: who has got a connection must find the next one in the backlog.
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

    /// <summary>Nobody waits by name: a connection is kept, a failure ends the watching. True when the watcher is to be told.</summary>
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

    /// <summary>Lets the sockets accept, each until nobody wants a connection any more.</summary>
    private void Accept()
    {
        foreach (var socket in Volatile.Read(ref _sockets))
        {
            _ = socket.AcceptAsync();
        }
    }

    /// <summary>When nobody wants a connection any more, the accepts that are outstanding are taken back.</summary>
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
