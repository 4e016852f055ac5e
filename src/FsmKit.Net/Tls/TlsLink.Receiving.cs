using System.Diagnostics;
using System.Net.Sockets;
using System.Security.Authentication;

namespace FsmKit.Net;

/// <content>From ciphertext to plaintext.</content>
internal sealed partial class TlsLink
{
    // Ciphertext that came with what was wanted, and usually is the beginning of a record.
    private PooledBytes _received;

    // Plaintext for which a caller's buffer was too small.
    private PooledBytes _plain;

    private bool _hasEnded;
    private SocketError _fault;

    /// <summary>Receive has something to give although the kernel may have nothing.</summary>
    private bool HasMore => _plain.Count > 0 || _hasEnded || _fault != SocketError.Success || TlsRecord.Length(_received.Span) != 0;

    public override int Receive(Span<byte> into, out SocketError error)
    {
        ArgumentOutOfRangeException.ThrowIfZero(into.Length);
        if (!_isConnected || IsClosed)
        {
            error = SocketError.NotConnected;
            return -1;
        }

        var count = _plain.Count > 0 ? TakePlain(into) : ReceiveRecords(into);
        error = count > 0 ? SocketError.Success : _fault;
        if (count == 0 && error == SocketError.Success && !_hasEnded)
        {
            error = SocketError.WouldBlock;
        }

        TellMore();
        return count > 0 || error == SocketError.Success ? count : -1;
    }

    private int TakePlain(Span<byte> into)
    {
        var count = Math.Min(into.Length, _plain.Count);
        _plain.Span[..count].CopyTo(into);
        _plain.Skip(count);
        return count;
    }

    /// <summary>One receive of the inner link at most, unless whole records wait here; 0 may also mean that there is no plaintext yet.</summary>
    private int ReceiveRecords(Span<byte> into)
    {
        if (_hasEnded || _fault != SocketError.Success)
        {
            return 0;
        }

        using var work = TlsWorkspace.Enter(_reactor.TlsWorkspaces);
        if (TlsRecord.Length(_received.Span) != 0)
        {
            var waiting = _received.Segment;
            var total = DecryptAll(work, ref waiting, into);
            _received.Skip(_received.Count - waiting.Count);
            return total;
        }

        // No more than what will fit decrypted, so that nothing has to be kept; but a whole record.
        var kept = _received.Count;
        var room = Math.Min(Math.Max(into.Length - kept, TlsRecord.MaxLength), work.Cipher.Length - kept);
        var count = _inner.Receive(work.Cipher.AsSpan(kept, room), out var error);
        if (count <= 0)
        {
            EndReceiving(count, error);
            return 0;
        }

        _received.Span.CopyTo(work.Cipher);
        _received.Clear();
        var cipher = new ArraySegment<byte>(work.Cipher, 0, kept + count);
        var decrypted = DecryptAll(work, ref cipher, into);
        _received.Add(cipher);
        return decrypted;
    }

    private void EndReceiving(int count, SocketError error)
    {
        if (count < 0 && error != SocketError.WouldBlock)
        {
            _fault = error;
        }
        else if (_sendFault != SocketError.Success)
        {
            _fault = _sendFault; // the send took the error out of the socket
        }
        else
        {
            _hasEnded = count == 0;
        }
    }

    private int DecryptAll(TlsWorkspace work, ref ArraySegment<byte> cipher, Span<byte> into)
    {
        var total = 0;
        while (!_hasEnded && _fault == SocketError.Success)
        {
            var length = TlsRecord.RunLength(cipher, into.Length - total);
            if (length > 0)
            {
                total += Decrypt(work, cipher[..length], into[total..]);
                cipher = cipher[length..];
                continue;
            }

            length = TlsRecord.Length(cipher);
            if (length == 0 || total > 0)
            {
                break; // what is left makes the link readable again
            }

            total = DecryptOne(work, length, cipher, into);
            cipher = cipher[Math.Max(length, 0)..];
        }

        return total;
    }

    /// <summary>A record that is no data, or more than the caller has room for.</summary>
    private int DecryptOne(TlsWorkspace work, int length, ArraySegment<byte> cipher, Span<byte> into)
    {
        if (length < 0)
        {
            End(new InvalidDataException("The peer sent something that is no TLS record."));
            return 0;
        }

        // TLS 1.3 encrypts the type of what comes after the handshake; in TLS 1.2 only a renegotiation looks like this.
        if (cipher[0] == TlsRecord.Handshake)
        {
            End(new AuthenticationException("The peer asked for a renegotiation, which is not allowed."));
            return 0;
        }

        Span<byte> plain = stackalloc byte[TlsRecord.MaxLength];
        var count = Decrypt(work, cipher[..length], plain);
        _plain.Add(plain[..count]);
        return count == 0 ? 0 : TakePlain(into);
    }

    /// <summary>Decrypts whole records, whose plaintext has room, straight into the caller's buffer.</summary>
    private unsafe int Decrypt(TlsWorkspace work, ArraySegment<byte> records, Span<byte> into)
    {
        var total = 0;
        _stream.Feed(records);
        fixed (byte* start = into)
        {
            var memory = work.Lent.Lend(start, into.Length);
            try
            {
                do
                {
                    var count = Now(_ssl!.ReadAsync(memory[total..]));
                    if (count == 0)
                    {
                        _hasEnded = EndedCleanly = true;
                        break;
                    }

                    total += count;
                }
                while (_stream.IsFed);
            }
            catch (NoPlaintextException)
            {
                // Tickets, key updates, empty records.
            }
            catch (IOException x)
            {
                End(x);
            }
            finally
            {
                work.Lent.TakeBack();
                _stream.Feed(default);
            }
        }

        return total;
    }

    // There is a whole record, or an exception: nothing to wait for.
    private static int Now(ValueTask<int> read) => read.IsCompleted ? read.Result : throw new UnreachableException();

    private void End(Exception failure)
    {
        Failure = failure;
        _fault = SocketError.ConnectionAborted;
    }
}
