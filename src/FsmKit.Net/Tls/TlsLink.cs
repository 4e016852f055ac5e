using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace FsmKit.Net;

/// <summary>TLS over any connected link, with the contract of a link: SslStream does the cryptography, this one all waiting.</summary>
/// <remarks>
/// SslStream is only called with whole records at hand, so that none of its calls waits, except in the handshake. Between calls it is
/// empty: a connection at rest holds no buffer, and what is left of a record or of a send waits here, in pooled arrays.
/// </remarks>
internal sealed partial class TlsLink : StreamLink, ILinkEvents, IDueLink, IDisposable
{
    private readonly NetReactor _reactor;
    private readonly StreamLink _inner;
    private readonly TlsOptions _options;
    private readonly CipherStream _stream;
    private Interest _interest;
    private bool _isConnected;
    private bool _isDue;

    private TlsLink(NetReactor reactor, StreamLink inner, TlsOptions options, string? host, ILinkEvents owner)
    {
        _reactor = reactor;
        _inner = inner;
        _options = options;
        _host = host;
        _stream = new CipherStream(this);
        Owner = owner;
        inner.Owner = this;

        // Asked now: when a handshake has failed, the system does not know any more whose it was.
        _ = RemoteEndPoint;
    }

    /// <summary>Ciphertext that the kernel has not taken: no more plaintext is taken meanwhile.</summary>
    public override bool IsPending => _pending.Count > 0 || _inner.IsPending;

    /// <summary>Whether the handshake is done.</summary>
    public bool IsSecured => _isConnected;

    /// <summary>Whether the peer ended its stream with close_notify; a bare FIN may be an attack that cuts the stream off.</summary>
    public override bool EndedCleanly { get; protected set; }

    /// <summary>TLS 1.2 or 1.3; None before the handshake is done.</summary>
    public SslProtocols Protocol { get; private set; }

    /// <summary>The cipher suite, once the handshake is done.</summary>
    public TlsCipherSuite CipherSuite { get; private set; }

    /// <summary>What both sides agreed to speak (ALPN); default when they did not negotiate.</summary>
    public SslApplicationProtocol ApplicationProtocol { get; private set; }

    /// <summary>The host that the client asked for (SNI), or that this client connects to; empty when it named none.</summary>
    public string TargetHostName { get; private set; } = "";

    /// <summary>The peer's certificate, or null. It belongs to whoever reads it.</summary>
    public X509Certificate2? RemoteCertificate => field ??= _isConnected && !IsClosed ? _ssl!.RemoteCertificate as X509Certificate2 : null;

    /// <summary>Why the handshake failed, or what was wrong with what the peer sent after it.</summary>
    public override Exception? Failure { get; protected set; }

    /// <summary>
    /// Takes a connected link over and starts the handshake of a client. The outcome always comes later, out of Wait.
    /// </summary>
    /// <exception cref="SocketException">The system has no room to watch the link.</exception>
    public static TlsLink Client(NetReactor reactor, StreamLink inner, TlsOptions options, string host, ILinkEvents owner)
    {
        var link = new TlsLink(reactor, inner, options, host, owner);

        // The first record goes out as soon as there is room: out of Wait, whatever may come of it.
        inner.Watch(Interest.Read | Interest.Write);
        return link;
    }

    /// <summary>
    /// Takes a connected link over and waits for the handshake of a client; until its first record has come, nothing is spent on it.
    /// </summary>
    /// <exception cref="SocketException">The system has no room to watch the link.</exception>
    public static TlsLink Server(NetReactor reactor, StreamLink inner, TlsOptions options, ILinkEvents owner)
    {
        var link = new TlsLink(reactor, inner, options, null, owner);
        inner.Watch(Interest.Read);
        return link;
    }

    public override void Watch(Interest interest)
    {
        if (_interest == interest || IsClosed)
        {
            return;
        }

        _interest = interest;
        if (_isConnected)
        {
            WatchInner();
        }
    }

    public override void Configure(in LinkOptions options) => _inner.Configure(in options);

    void IDisposable.Dispose() => Close();

    // Faults name the owner of what was ready: a log says more with the gsock's name.
    public override string ToString() => Owner?.ToString() ?? nameof(TlsLink);

    public override UnixCredentials? ReadCredentials() => _inner.ReadCredentials();

    protected override EndPoint? ReadLocalEndPoint() => _inner.LocalEndPoint;

    protected override EndPoint? ReadRemoteEndPoint() => _inner.RemoteEndPoint;

    void ILinkEvents.OnConnected()
    {
        // It was connected before.
    }

    void ILinkEvents.OnConnectFailed(SocketError error)
    {
        // It was connected before.
    }

    void ILinkEvents.OnReadable()
    {
        if (_isConnected)
        {
            Owner?.OnReadable();
        }
        else
        {
            Shake();
        }
    }

    void ILinkEvents.OnWritable()
    {
        TransmitPending();
        if (!_isConnected)
        {
            Shake();
        }
        else if (!IsClosed && (_interest & Interest.Write) != 0 && !IsPending)
        {
            Owner?.OnWritable();
        }
    }

    void ILinkEvents.OnBroken(SocketError error)
    {
        if (_isConnected)
        {
            EndSending(error);
            Owner?.OnBroken(error);
        }
        else
        {
            Fail(error, null);
        }
    }

    object? IDueLink.Owner => Owner;

    void IDueLink.Tell()
    {
        _isDue = false;
        if (!HasMore || IsClosed || (_interest & Interest.Read) == 0)
        {
            return;
        }

        try
        {
            Owner?.OnReadable();
        }
        finally
        {
            TellMore();
        }
    }

    private void WatchInner()
    {
        var interest = _isConnected ? _interest : Interest.Read;
        _inner.Watch(_pending.Count > 0 ? interest | Interest.Write : interest);
        TellMore();
    }

    // The kernel knows nothing of what is left here; it is told in the next Wait, as the kernel would.
    private void TellMore()
    {
        if (HasMore && !_isDue && !IsClosed && (_interest & Interest.Read) != 0)
        {
            _isDue = true;
            _reactor.TellLater(this);
        }
    }
}
