using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace FsmKit.Net;

/// <content>The handshake.</content>
internal sealed partial class TlsLink
{
    // Null on a server.
    private readonly string? _host;
    private SslStream? _ssl;
    private Task? _handshake;
    private bool _speaksTls13;

    /// <summary>Number of writes of this side during the handshake.</summary>
    public int Flights { get; private set; }

    /// <summary>Whether the inner link has unread bytes.</summary>
    public bool HasUnread => !IsClosed && _inner.Receive(_reactor.Scratch.AsSpan(0, 1), out _, peeks: true) > 0;

    /// <summary>Continues the handshake as far as possible, after the inner link became readable or writable.</summary>
    private void Shake()
    {
        // A synchronization context would post the continuations for later; without one they run on this stack.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            ShakeHere();
        }
        catch (Exception x) when (!_isConnected && !IsClosed)
        {
            // Any exception, such as a library that cannot be loaded, ends this handshake; otherwise each readiness would repeat it.
            Fail(SocketError.SocketError, x);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private void ShakeHere()
    {
        if (_host is not null && _handshake is null)
        {
            Start();
        }
        else if (!ReceiveForHandshake())
        {
            return;
        }

        while (!IsClosed && _handshake is not { IsCompleted: true })
        {
            var length = TlsRecord.Length(_received.Span);
            if (length < 0 || (length > 0 && _handshake is null && _received.Span[0] != TlsRecord.Handshake))
            {
                Fail(SocketError.ConnectionAborted, new AuthenticationException("The peer does not speak TLS."));
                return;
            }

            if (length == 0)
            {
                break;
            }

            FeedHandshake(length);
        }

        if (IsClosed)
        {
            _ = _handshake?.Exception; // a validation delegate closed the link: mark the exception as observed
            return;
        }

        if (_handshake is { IsCompleted: true })
        {
            Finish();
        }
        else if (_sendFault != SocketError.Success)
        {
            Fail(_sendFault, null);
        }
        else
        {
            WatchInner();
        }
    }

    // One record at a time, so that bytes after the handshake stay in _received and not in SslStream's buffer.
    private void FeedHandshake(int length)
    {
        _stream.Feed(_received.Segment[..length]);
        if (_handshake is null)
        {
            _speaksTls13 = ClientHello.OffersTls13(_received.Span[..length]);
            Start();
        }

        // The continuation has run on this stack. If the stack was almost used up, the runtime moved it to another thread: wait for it.
        SpinWait.SpinUntil(() => _handshake!.IsCompleted || _stream.IsWaiting);
        if (!IsClosed)
        {
            _received.Skip(length);
        }
    }

    private void Start()
    {
        _ssl = new SslStream(_stream, leaveInnerStreamOpen: true);
        _handshake = Authenticate(_ssl);
    }

    // Async, so that unusable options fail the task and do not throw here.
    private async Task Authenticate(SslStream ssl) => await (_host is null
        ? ssl.AuthenticateAsServerAsync(_options.Server.Choose, _speaksTls13 ? TlsServer.SpeaksTls13 : null, CancellationToken.None)
        : ssl.AuthenticateAsClientAsync(_options.Client.For(_host), CancellationToken.None)).ConfigureAwait(false);

    /// <summary>Receives bytes of the handshake. Returns false if the connection has ended.</summary>
    private bool ReceiveForHandshake()
    {
        using var work = TlsWorkspace.Enter(_reactor.TlsWorkspaces);
        var count = _inner.Receive(work.Cipher, out var error);
        if (count > 0)
        {
            _received.Add(work.Cipher.AsSpan(0, count));
        }
        else if (count == 0)
        {
            Fail(SocketError.ConnectionAborted, new IOException("The peer closed the connection during the TLS handshake."));
        }
        else if (error != SocketError.WouldBlock)
        {
            Fail(error, null);
        }

        return !IsClosed;
    }

    private void Finish()
    {
        var failure = _handshake!.Exception?.InnerException;
        if (failure is not null || _sendFault != SocketError.Success)
        {
            Fail(_sendFault == SocketError.Success ? SocketError.ConnectionAborted : _sendFault, failure);
            return;
        }

        _handshake = null;
        _stream.EndHandshake();
        Protocol = _ssl!.SslProtocol;
        CipherSuite = _ssl.NegotiatedCipherSuite;
        ApplicationProtocol = _ssl.NegotiatedApplicationProtocol;
        TargetHostName = _ssl.TargetHostName;
        GiveBuffersBack();
        _isConnected = true;
        try
        {
            Owner?.OnConnected();
        }
        finally
        {
            if (!IsClosed)
            {
                WatchInner();
            }
        }
    }

    // SslStream keeps the handshake's buffer until its first read ends. Without data, a read is started and ended for this purpose.
    private void GiveBuffersBack()
    {
        if (_received.Count == 0)
        {
            using var work = TlsWorkspace.Enter(_reactor.TlsWorkspaces);
            Decrypt(work, default, []);
        }
    }

    private void Fail(SocketError error, Exception? failure)
    {
        Failure = failure switch
        {
            null => new SocketException((int)error),
            AuthenticationException or IOException => failure,
            _ => new AuthenticationException($"The TLS handshake failed: {failure.Message}", failure), // a validation that threw
        };
        Release();
        Owner?.OnConnectFailed(error);
    }
}
