using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace FsmKit.Net;

/// <summary>How a socket speaks TLS, as a server or as a client: the <c>ssl_options</c> of GinsFSM.</summary>
/// <remarks>
/// As a setting it is text: <c>certfile=/a.pem;keyfile=/b.pem</c>, with the names of the properties below that text can hold. One object
/// serves any number of sockets and loops; it reads its files once, and again when they have changed (see <see cref="Reload"/>).
/// Renegotiation is always off, and sessions are resumed.
/// </remarks>
public sealed partial class TlsOptions : IParsable<TlsOptions>
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The own certificate: of a server the default one, of a client the one to show when it is asked for. A file, see
    /// <see cref="TlsCertificate.CertFile"/>.
    /// </summary>
    public string? CertFile { get; init; }

    /// <summary>The private key of <see cref="CertFile"/>, if that file has none.</summary>
    public string? KeyFile { get; init; }

    /// <summary>What the private key is encrypted with. It is never printed.</summary>
    public string? KeyPassword { get; init; }

    /// <summary>
    /// More certificates, or those that are objects. A server takes the one for the host that the client asks for (SNI): one with
    /// exactly this name, else one with a fitting <c>*.</c>, else the first of all.
    /// </summary>
    public IReadOnlyList<TlsCertificate> Certificates { get; init; } = [];

    /// <summary>What to speak inside TLS, in order of preference (ALPN); none leaves it open.</summary>
    public IReadOnlyList<SslApplicationProtocol> ApplicationProtocols { get; init; } = [];

    /// <summary>Whether a server wants certificates of its clients.</summary>
    public ClientCertificateMode ClientCertificates { get; init; }

    /// <summary>A PEM file with the roots that the peer's certificate must lead to; null means those of the system. Read once.</summary>
    public string? CaFile { get; init; }

    /// <summary>The last word on the peer's certificate, asked on the loop's thread; null accepts what has no errors.</summary>
    public RemoteCertificateValidationCallback? Validation { get; init; }

    /// <summary>A client talks to whoever answers, whatever their certificate is. Only for tests: this is no security at all.</summary>
    public bool DangerousAcceptAnyCertificate { get; init; }

    /// <summary>The name that a client asks for and that the server's certificate must have; null means the host it connects to.</summary>
    public string? TargetHost { get; init; }

    /// <summary>The oldest protocol to speak: Tls12 or Tls13.</summary>
    public SslProtocols MinimumVersion { get; init; } = SslProtocols.Tls12;

    /// <summary>How long a handshake may take; zero waits for ever.</summary>
    public TimeSpan HandshakeTimeout { get; init; } = DefaultTimeout;

    /// <summary>
    /// Whether to ask if the peer's certificate was revoked. NoCheck by default: Online asks over the network and blocks the loop
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
