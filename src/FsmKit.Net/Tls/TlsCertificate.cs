using System.Security.Cryptography.X509Certificates;

namespace FsmKit.Net;

/// <summary>A certificate with its private key, out of files or as an object, and the hosts that it stands for.</summary>
public sealed class TlsCertificate
{
    /// <summary>
    /// A file: PEM with the certificate and what leads from it to the root, or PKCS #12 (<c>.pfx</c>) with the key as well.
    /// </summary>
    public string? CertFile { get; init; }

    /// <summary>The file of the private key in PEM; null when <see cref="CertFile"/> has it.</summary>
    public string? KeyFile { get; init; }

    /// <summary>What the private key or the PKCS #12 file is encrypted with; null when it is not.</summary>
    public string? KeyPassword { get; init; }

    /// <summary>The certificate with its private key as an object, instead of files.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>What leads from <see cref="Certificate"/> to the root, without the root.</summary>
    public X509Certificate2Collection? Intermediates { get; init; }

    /// <summary>
    /// The hosts it is for, <c>www.example.org</c> or <c>*.example.org</c> (one label, RFC 6125 §6.4.3); none means those that the
    /// certificate itself names.
    /// </summary>
    public IReadOnlyList<string> HostNames { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => CertFile ?? Certificate?.Subject ?? "no certificate";
}
