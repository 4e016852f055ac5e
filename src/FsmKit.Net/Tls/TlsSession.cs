using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace FsmKit.Net;

/// <summary>What the two sides of a TLS connection have agreed on.</summary>
public sealed class TlsSession
{
    private readonly TlsLink _link;

    internal TlsSession(TlsLink link) => _link = link;

    /// <summary>TLS 1.2 or 1.3.</summary>
    public SslProtocols Protocol => _link.Protocol;

    /// <summary>The cipher suite.</summary>
    public TlsCipherSuite CipherSuite => _link.CipherSuite;

    /// <summary>What is spoken inside (ALPN); default when it was not negotiated.</summary>
    public SslApplicationProtocol ApplicationProtocol => _link.ApplicationProtocol;

    /// <summary>The host that the client asked for (SNI); empty when it named none.</summary>
    public string TargetHostName => _link.TargetHostName;

    /// <summary>The certificate of the other side, or null; while the connection stands.</summary>
    public X509Certificate2? RemoteCertificate => _link.RemoteCertificate;
}
