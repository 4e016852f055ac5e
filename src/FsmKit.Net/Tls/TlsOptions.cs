using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace FsmKit.Net;

/// <summary>Options of TLS for servers and clients (GinsFSM <c>ssl_options</c>).</summary>
/// <remarks>
/// The text form, for settings, is <c>certfile=/a.pem;keyfile=/b.pem</c>, with names of properties as keys; <see cref="Certificates"/> and
/// <see cref="Validation"/> have no text form. One object serves any number of sockets and loops. Its certificate files are read once, and
/// again after a change (see <see cref="Reload"/>). Renegotiation is always off. Sessions are resumed,
/// except by a server with <see cref="CipherSuites"/>.
/// </remarks>
public sealed partial class TlsOptions : IParsable<TlsOptions>
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(10);

    /// <summary>
    /// File of this side's certificate, in the form of <see cref="TlsCertificate.CertFile"/>: the default certificate of a server; the certificate
    /// that a client sends on request. Default: null, none.
    /// </summary>
    public string? CertFile { get; init; }

    /// <summary>File of the private key of <see cref="CertFile"/> in PEM. Default: null, the key is in <see cref="CertFile"/>.</summary>
    public string? KeyFile { get; init; }

    /// <summary>Password of the private key. Never printed. Default: null, the key is not encrypted.</summary>
    public string? KeyPassword { get; init; }

    /// <summary>Certificates for further host names, beside that of <see cref="CertFile"/>. Default: empty.</summary>
    /// <remarks>
    /// A server chooses by the host name that the client sends (SNI, RFC 6066 section 3). It takes the first certificate with exactly this name. Without
    /// one it takes the first with a matching wildcard. Without that, or without a host name, it takes the first of all. A client always takes the
    /// first of all. The certificate of <see cref="CertFile"/>, if set, counts as the first of all.
    /// </remarks>
    public IReadOnlyList<TlsCertificate> Certificates { get; init; } = [];

    /// <summary>Application protocols to negotiate (ALPN), in order of preference. Default: empty, no negotiation.</summary>
    public IReadOnlyList<SslApplicationProtocol> ApplicationProtocols { get; init; } = [];

    /// <summary>Treatment of client certificates by a server. Default: <see cref="ClientCertificateMode.None"/>.</summary>
    public ClientCertificateMode ClientCertificates { get; init; }

    /// <summary>PEM file with the trusted roots for the peer's certificate. Read once. Default: null, the roots of the system.</summary>
    public string? CaFile { get; init; }

    /// <summary>
    /// Delegate that accepts or refuses the peer's certificate. Called on the loop's thread, or on any thread by
    /// <see cref="AuthenticateAsServerAsync"/>. Default: null, accepts a certificate without errors.
    /// </summary>
    public RemoteCertificateValidationCallback? Validation { get; init; }

    /// <summary>
    /// Makes a client accept any certificate of the server. Only for tests: the connection has no security at all. Default: false.
    /// </summary>
    public bool DangerousAcceptAnyCertificate { get; init; }

    /// <summary>
    /// Host name that a client sends (SNI) and that the server's certificate must contain. Default: null, the host of the connect.
    /// </summary>
    public string? TargetHost { get; init; }

    /// <summary>Lowest version of TLS: Tls12 or Tls13. Default: Tls12.</summary>
    public SslProtocols MinimumVersion { get; init; } = SslProtocols.Tls12;

    /// <summary>Longest time of a handshake. Default: 10 s. Zero: no limit.</summary>
    public TimeSpan HandshakeTimeout { get; init; } = DefaultTimeout;

    /// <summary>
    /// Way to check whether the peer's certificate was revoked. Default: NoCheck, no check. Online queries the network and blocks the loop
    /// meanwhile.
    /// </summary>
    public X509RevocationMode Revocation { get; init; } = X509RevocationMode.NoCheck;

    internal TimeProvider Time { get; init; } = TimeProvider.System;

    internal IEnumerable<TlsCertificate> AllCertificates => CertFile is null
        ? Certificates
        : Certificates.Prepend(new TlsCertificate { CertFile = CertFile, KeyFile = KeyFile, KeyPassword = KeyPassword });

    internal SslProtocols Versions => MinimumVersion == SslProtocols.Tls13 ? SslProtocols.Tls13 : SslProtocols.Tls12 | SslProtocols.Tls13;

    internal List<SslApplicationProtocol>? ProtocolList => ApplicationProtocols.Count == 0 ? null : [.. ApplicationProtocols];
}
