using System.Diagnostics;
using System.Net.Sockets;
using System.Security.Authentication;

namespace FsmKit.Net;

/// <content>Receiving: decryption.</content>
internal sealed partial class TlsLink
{
    // Ciphertext received beyond the last whole record, usually the beginning of the next one.
    private PooledBytes _received;

    // Plaintext that did not fit into the caller's buffer.
    private PooledBytes _plain;

    private bool _hasEnded;
    private SocketError _fault;

    /// <summary>Whether Receive has a result (data, end or error) even if the kernel has none.</summary>
    private bool HasMore => _plain.Count > 0 || _hasEnded || _fault != SocketError.Success || TlsRecord.Length(_received.Span) != 0;

    public override int Receive(Span<byte> into, out SocketError error, bool peeks = false)
    {
        if (peeks)
        {
            throw new NotSupportedException("TLS cannot leave bytes that it has decrypted.");
        }

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

    /// <summary>
    /// Decrypts waiting records; without any, receives once from the inner link. Returns 0 at the end of the stream, and also if no plaintext has
    /// come yet.
    /// </summary>
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

        // At most the bytes whose plaintext fits into the buffer, but at least one record, so that little plaintext must be kept.
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
            _fault = _sendFault; // a failed send has cleared the error of the socket
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
            var length = TlsRecord.Length(cipher);
            if (length < 0)
            {
                End(new InvalidDataException("The peer sent bytes that are not a TLS record."));
            }
            else if (length > 0 && cipher[0] == TlsRecord.Handshake)
            {
                // After the handshake, TLS 1.3 encrypts the record type, so an open Handshake record is a renegotiation of TLS 1.2.
                End(new AuthenticationException("The peer asked for a renegotiation, which is not allowed."));
            }
            else if (length > 0 && (total == 0 || length <= into.Length - total))
            {
                total += DecryptOne(work, cipher[..length], into[total..]);
                cipher = cipher[length..];
            }
            else
            {
                break; // a remaining whole record makes the link readable again
            }
        }

        return total;
    }

    // One record at a time: SslStream reports a close_notify after data only in the next read.
    private int DecryptOne(TlsWorkspace work, ArraySegment<byte> record, Span<byte> into)
    {
        if (into.Length >= record.Count)
        {
            return Decrypt(work, record, into);
        }

        Span<byte> plain = stackalloc byte[TlsRecord.MaxLength];
        _plain.Add(plain[..Decrypt(work, record, plain)]);
        return TakePlain(into);
    }

    /// <summary>Decrypts a whole record straight into a buffer that has room for its plaintext.</summary>
    private unsafe int Decrypt(TlsWorkspace work, ArraySegment<byte> record, Span<byte> into)
    {
        _stream.Feed(record);
        fixed (byte* start = into)
        {
            var memory = work.Lent.Lend(start, into.Length);
            try
            {
                var count = Now(_ssl!.ReadAsync(memory));
                _hasEnded = EndedCleanly = count == 0;
                return count;
            }
            catch (NoPlaintextException)
            {
                return 0; // tickets, key updates, empty records
            }
            catch (IOException x)
            {
                End(x);
                return 0;
            }
            finally
            {
                work.Lent.TakeBack();
                _stream.Feed(default);
            }
        }
    }

    // SslStream has a whole record, or throws: the read never waits.
    private static int Now(ValueTask<int> read) => read.IsCompleted ? read.Result : throw new UnreachableException();

    private void End(Exception failure)
    {
        Failure = failure;
        _fault = SocketError.ConnectionAborted;
    }
}
