using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace FsmKit.Net;

/// <content>From a connected link to an encrypted one.</content>
internal sealed partial class TlsLink
{
    // Null on a server.
    private readonly string? _host;
    private SslStream? _ssl;
    private Task? _handshake;
    private bool _speaksTls13;

    /// <summary>How many times this side has said something in its handshake.</summary>
    public int Flights { get; private set; }

    /// <summary>Whether the peer has sent something that was not read yet.</summary>
    public bool HasUnread => !IsClosed && _inner.Peek(_reactor.Scratch.AsSpan(0, 1), out _) > 0;

    /// <summary>The peer has sent something, or there is room to send: goes on with the handshake as far as it gets.</summary>
    private void Shake()
    {
        // With a context of its own the thread would be handed the continuations later, instead of running them here and now.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            ShakeHere();
        }
        catch (Exception x) when (!_isConnected && !IsClosed)
        {
            // Whatever it is, such as a library that cannot be loaded: it is the end of this handshake, and must not come again and again.
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
            _ = _handshake?.Exception; // a validation delegate closed it: nobody asks any more
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

    // One record at a time: what comes behind the handshake stays here, and not in SslStream's buffer.
    private void FeedHandshake(int length)
    {
        _stream.Feed(_received.Segment[..length]);
        if (_handshake is null)
        {
            _speaksTls13 = ClientHello.OffersTls13(_received.Span[..length]);
            Start();
        }

        // Everything has run on this stack, unless this stack was almost used up: then it runs on another thread, and is awaited.
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

    // Async, so that options that cannot be used are a failure of this handshake too, and no exception here.
    private async Task Authenticate(SslStream ssl) => await (_host is null
        ? ssl.AuthenticateAsServerAsync(_options.Server.Choose, _speaksTls13 ? TlsServer.SpeaksTls13 : null, CancellationToken.None)
        : ssl.AuthenticateAsClientAsync(_options.Client.For(_host), CancellationToken.None)).ConfigureAwait(false);

    /// <summary>Takes what has come; false when the connection is over.</summary>
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

    // SslStream keeps the handshake's buffer until the first read ends. When data is there already, that is now anyway.
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
