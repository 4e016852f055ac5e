using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace FsmKit.Net;

/// <summary>Link that runs TLS over any connected link. SslStream does the cryptography; this class does all waiting.</summary>
/// <remarks>
/// SslStream is called only with whole records, so that its calls never wait, except during the handshake. Between calls SslStream holds no
/// data. An idle connection therefore holds no buffer; the rest of a record or of a send is kept here, in pooled arrays.
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

        // Read the address now: after a failed handshake the system may no longer know the peer.
        _ = RemoteEndPoint;
    }

    /// <summary>Whether ciphertext waits for the kernel. Send takes no plaintext meanwhile.</summary>
    public override bool IsPending => _pending.Count > 0 || _inner.IsPending;

    /// <summary>Whether the handshake has succeeded.</summary>
    public bool IsSecured => _isConnected;

    /// <summary>Whether the peer ended its stream with close_notify. A FIN alone may be a truncation attack (RFC 8446 section 6.1).</summary>
    public override bool EndedCleanly { get; protected set; }

    /// <summary>TLS 1.2 or 1.3; None before the end of the handshake.</summary>
    public SslProtocols Protocol { get; private set; }

    /// <summary>The cipher suite; default before the end of the handshake.</summary>
    public TlsCipherSuite CipherSuite { get; private set; }

    /// <summary>The negotiated application protocol (ALPN); default without a negotiation.</summary>
    public SslApplicationProtocol ApplicationProtocol { get; private set; }

    /// <summary>The host name that the client sent (SNI), on both sides; empty if it sent none.</summary>
    public string TargetHostName { get; private set; } = "";

    /// <summary>The peer's certificate; null without one, and after the close. The reader owns the object; the link does not dispose it.</summary>
    public X509Certificate2? RemoteCertificate => field ??= _isConnected && !IsClosed ? _ssl!.RemoteCertificate as X509Certificate2 : null;

    /// <summary>Cause of a failed handshake, or of a later failure of TLS; null without a failure.</summary>
    public override Exception? Failure { get; protected set; }

    /// <summary>
    /// Takes over a connected link and starts the handshake of a client. The result is always reported later, inside Wait.
    /// </summary>
    /// <exception cref="SocketException">The system cannot watch the link.</exception>
    public static TlsLink Client(NetReactor reactor, StreamLink inner, TlsOptions options, string host, ILinkEvents owner)
    {
        var link = new TlsLink(reactor, inner, options, host, owner);

        // The first record is sent inside Wait, when the link is writable, so that a failure is also reported there.
        inner.Watch(Interest.Read | Interest.Write);
        return link;
    }

    /// <summary>
    /// Takes over a connected link and waits for the handshake of a client. SslStream is created only after the first record.
    /// </summary>
    /// <exception cref="SocketException">The system cannot watch the link.</exception>
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

    // The log of a fault names the target that was ready; the gsock's name says more than this class.
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

    void IDueLink.TellOwner()
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

    // The kernel does not report data that is kept here, so the next Wait does.
    private void TellMore()
    {
        if (HasMore && !_isDue && !IsClosed && (_interest & Interest.Read) != 0)
        {
            _isDue = true;
            _reactor.TellLater(this);
        }
    }
}
