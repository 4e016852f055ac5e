using System.Net.Sockets;

namespace FsmKit.Net;

/// <content>Completions, and the callbacks to the owner.</content>
internal sealed partial class SocketStreamLink
{
    /// <summary>Handles the completed connect.</summary>
    public void FinishConnect(SocketError error)
    {
        if (IsClosed)
        {
            return;
        }

        _connecting = false;
        if (error != SocketError.Success)
        {
            Close();
            Owner?.OnConnectFailed(error);
            return;
        }

        try
        {
            Owner?.OnConnected();
        }
        finally
        {
            Look();
        }
    }

    /// <summary>Handles the completed probe.</summary>
    public void Probed(SocketError error)
    {
        if (IsClosed)
        {
            _probe.Dispose();
            return;
        }

        if (error != SocketError.Success)
        {
            _foundError = error;
        }

        if ((_interest & Interest.Read) != 0)
        {
            TellReadable();
            return;
        }

        var state = _foundError == SocketError.Success ? _socket.Peek() : _foundError;
        if (state == SocketError.Success)
        {
            _isUnread = true;
        }
        else if (state == SocketError.WouldBlock)
        {
            Look();
        }
        else
        {
            TellBroken(state);
        }
    }

    /// <summary>Handles the completed pending send.</summary>
    public void Sent(SocketError error)
    {
        if (IsClosed)
        {
            _pending.Dispose();
            return;
        }

        if (error == SocketError.Success)
        {
            if (_sendEnded)
            {
                _socket.EndSend();
            }

            TellWritable();
            return;
        }

        _foundError = error;
        if ((_interest & Interest.Read) != 0)
        {
            TellReadable();
        }
        else
        {
            TellBroken(error);
        }
    }

    void ICompletion.Serve()
    {
        _isQueued = false;
        TellWritable();
    }

    private void TellReadable()
    {
        _isReading = true;
        try
        {
            Owner?.OnReadable();
        }
        finally
        {
            _isReading = false;
            Look();
        }
    }

    private void TellWritable()
    {
        try
        {
            if (!IsClosed && (_interest & Interest.Write) != 0 && !IsPending)
            {
                Owner?.OnWritable();
            }
        }
        finally
        {
            Look();
        }
    }

    private void TellBroken(SocketError error)
    {
        if (_isBroken)
        {
            return;
        }

        _isBroken = true;
        _foundError = error;
        Owner?.OnBroken(error);
    }

    // Starts the operations for the watched interest, so that readiness is reported again (level-triggered, like epoll).
    private void Look()
    {
        if (IsClosed || _connecting)
        {
            return;
        }

        var reads = (_interest & Interest.Read) != 0;
        if (!_isReading && !_probe.InFlight && (reads || !(_isUnread || _isBroken)))
        {
            _isUnread = false;
            _probe.Start(_socket);
        }

        if ((_interest & Interest.Write) != 0 && !IsPending && !_isQueued && !_isBroken)
        {
            _isQueued = true;
            _reactor.Queue.Add(this);
        }
    }
}
