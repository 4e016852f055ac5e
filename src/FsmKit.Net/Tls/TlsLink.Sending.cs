using System.Diagnostics;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <content>Sending: encryption, shutdown, close.</content>
internal sealed partial class TlsLink
{
    // Ciphertext that the inner link has not taken.
    private PooledBytes _pending;
    private SocketError _sendFault;
    private bool _sendEnded;

    /// <summary>Sends ciphertext after the pending ciphertext. Takes all bytes; keeps those that the inner link does not take.</summary>
    public void Transmit(ReadOnlySpan<byte> cipher)
    {
        if (_sendFault != SocketError.Success || IsClosed)
        {
            return;
        }

        Flights += _isConnected ? 0 : 1;
        if (_pending.Count == 0)
        {
            cipher = cipher[SendInner(cipher)..];
        }

        if (_sendFault == SocketError.Success)
        {
            _pending.Add(cipher);
        }
    }

    public override unsafe int Send(ReadOnlySpan<byte> data, out SocketError error)
    {
        error = !_isConnected || IsClosed ? SocketError.NotConnected
            : _sendEnded ? SocketError.Shutdown
            : _sendFault;
        if (error != SocketError.Success || data.IsEmpty)
        {
            return 0;
        }

        using var work = TlsWorkspace.Enter(_reactor.TlsWorkspaces);
        var taken = 0;
        fixed (byte* start = data)
        {
            var memory = work.Lent.Lend(start, data.Length);
            while (taken < data.Length && !IsPending && _sendFault == SocketError.Success)
            {
                var count = Math.Min(data.Length - taken, TlsWorkspace.BatchLength);
                Encrypt(work, memory.Slice(taken, count));
                taken += count;
            }
        }

        if (_pending.Count > 0)
        {
            WatchInner();
        }

        error = _sendFault != SocketError.Success ? _sendFault : taken == 0 ? SocketError.WouldBlock : SocketError.Success;
        return _sendFault == SocketError.Success ? taken : 0;
    }

    public override void ShutdownSend()
    {
        if (!_isConnected || IsClosed || _sendEnded)
        {
            return;
        }

        SayGoodbye();
        _sendEnded = true;
        if (_pending.Count > 0)
        {
            WatchInner();
        }
        else
        {
            _inner.ShutdownSend();
        }
    }

    public override void Abort()
    {
        _inner.Abort();
        Release();
    }

    public override void Close()
    {
        if (IsClosed)
        {
            return;
        }

        try
        {
            // A stream that loses its pending bytes must not look complete to the peer.
            if (_pending.Count > 0)
            {
                _inner.Abort();
            }
            else if (_isConnected && !_sendEnded && _fault == SocketError.Success && _sendFault == SocketError.Success)
            {
                SayGoodbye();
            }
        }
        finally
        {
            Release();
        }
    }

    private void Encrypt(TlsWorkspace work, ReadOnlyMemory<byte> plain)
    {
        const int OneRecord = 16 * 1024;
        try
        {
            if (plain.Length <= OneRecord)
            {
                Now(_ssl!.WriteAsync(plain));
                return;
            }

            _stream.BeginBatch(work.Cipher);
            Now(_ssl!.WriteAsync(plain));
            _stream.EndBatch();
        }
        catch (IOException x)
        {
            Failure = x;
            _sendFault = SocketError.ConnectionAborted;
        }
    }

    // Transmit takes all bytes, so the write never waits.
    private static void Now(ValueTask write)
    {
        if (!write.IsCompleted)
        {
            throw new UnreachableException();
        }

        write.GetAwaiter().GetResult();
    }

    private void TransmitPending()
    {
        if (_pending.Count == 0 || IsClosed)
        {
            return;
        }

        _pending.Skip(SendInner(_pending.Span));
        if (_sendFault != SocketError.Success)
        {
            TellSendFault();
            return;
        }

        if (_pending.Count > 0)
        {
            return;
        }

        if (_sendEnded)
        {
            _inner.ShutdownSend();
        }

        WatchInner();
    }

    private int SendInner(ReadOnlySpan<byte> cipher)
    {
        var sent = _inner.Send(cipher, out var error);
        if (error is not (SocketError.Success or SocketError.WouldBlock))
        {
            EndSending(error);
            return 0;
        }

        return sent;
    }

    private void EndSending(SocketError error)
    {
        _sendFault = error;
        _pending.Clear();
    }

    // The error came outside a send. As with any link, Receive reports the error while Read is watched, otherwise OnBroken does.
    private void TellSendFault()
    {
        if (!_isConnected)
        {
            return;
        }

        if ((_interest & Interest.Read) != 0)
        {
            Owner?.OnReadable();
        }
        else
        {
            Owner?.OnBroken(_sendFault);
        }
    }

    /// <summary>Sends close_notify (RFC 8446 section 6.1). A failure is ignored.</summary>
    private void SayGoodbye()
    {
        try
        {
            _ssl!.ShutdownAsync().GetAwaiter().GetResult(); // completes at once, because Transmit takes all bytes
        }
        catch (Exception x) when (x is IOException or InvalidOperationException)
        {
            // The session has ended already.
        }
    }

    private void Release()
    {
        if (IsClosed)
        {
            return;
        }

        _inner.Close();
        IsClosed = true;
        _stream.Stop();
        _ = _handshake?.Exception; // marks the exception as observed
        _ssl?.Dispose();
        _received.Clear();
        _plain.Clear();
        _pending.Clear();
    }
}
