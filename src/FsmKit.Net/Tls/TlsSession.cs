using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace FsmKit.Net;

/// <summary>Result of a TLS handshake.</summary>
public sealed class TlsSession
{
    private readonly TlsLink _link;

    internal TlsSession(TlsLink link) => _link = link;

    /// <summary>The version, TLS 1.2 or 1.3.</summary>
    public SslProtocols Protocol => _link.Protocol;

    /// <summary>The cipher suite.</summary>
    public TlsCipherSuite CipherSuite => _link.CipherSuite;

    /// <summary>The negotiated application protocol (ALPN); default without a negotiation.</summary>
    public SslApplicationProtocol ApplicationProtocol => _link.ApplicationProtocol;

    /// <summary>The host name that the client sent (SNI); empty if it sent none.</summary>
    public string TargetHostName => _link.TargetHostName;

    /// <summary>The certificate of the peer; null if it sent none, and after the end of the connection unless read before.</summary>
    public X509Certificate2? RemoteCertificate => _link.RemoteCertificate;
}
