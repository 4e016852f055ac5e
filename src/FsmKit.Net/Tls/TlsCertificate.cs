using System.Security.Cryptography.X509Certificates;

namespace FsmKit.Net;

/// <summary>Certificate with its private key, from files or as an object, and the host names that it serves.</summary>
public sealed class TlsCertificate
{
    /// <summary>
    /// File of the certificate: PEM with the certificate first and its intermediates after it, or PKCS #12 (<c>.pfx</c>) with the private key.
    /// Null: <see cref="Certificate"/> is used.
    /// </summary>
    public string? CertFile { get; init; }

    /// <summary>File of the private key in PEM; null if <see cref="CertFile"/> contains the key.</summary>
    public string? KeyFile { get; init; }

    /// <summary>Password of the private key or of the PKCS #12 file; null if it is not encrypted.</summary>
    public string? KeyPassword { get; init; }

    /// <summary>Certificate object with its private key, used when <see cref="CertFile"/> is null.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Intermediate certificates between <see cref="Certificate"/> and the root, without the root; null for none.</summary>
    public X509Certificate2Collection? Intermediates { get; init; }

    /// <summary>
    /// Host names that select the certificate (SNI), such as <c>www.example.org</c> or <c>*.example.org</c> (one label, RFC 6125 section 6.4.3).
    /// Default: empty, the DNS names in the certificate.
    /// </summary>
    public IReadOnlyList<string> HostNames { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => CertFile ?? Certificate?.Subject ?? "no certificate";
}
