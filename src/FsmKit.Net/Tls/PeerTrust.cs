using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace FsmKit.Net;

/// <summary>Rules for the validation of a peer's certificate.</summary>
internal sealed class PeerTrust(TlsOptions options)
{
    private readonly Lazy<X509ChainPolicy> _policy = new(() => Make(options));

    /// <summary>Policy for building a certificate chain. SslStream copies it.</summary>
    public X509ChainPolicy Policy => _policy.Value;

    /// <summary>Loads the roots of the CaFile now.</summary>
    /// <exception cref="GObjException">The CaFile cannot be used.</exception>
    public void Load() => _ = _policy.Value;

    /// <summary>A client's validation of the server's certificate; null for that of SslStream, whose exception names the problem.</summary>
    public RemoteCertificateValidationCallback? AboutServer { get; } =
        options.DangerousAcceptAnyCertificate ? (_, _, _, _) => options.DangerousAcceptAnyCertificate : options.Validation;

    /// <summary>A server's validation of a client's certificate; null for that of SslStream.</summary>
    public RemoteCertificateValidationCallback? AboutClient { get; } = options.ClientCertificates == ClientCertificateMode.Request
        ? (sender, certificate, chain, errors) => certificate is null
            || (options.Validation?.Invoke(sender, certificate, chain, errors) ?? errors == SslPolicyErrors.None)
        : options.Validation;

    private static X509ChainPolicy Make(TlsOptions options)
    {
        var policy = new X509ChainPolicy
        {
            RevocationMode = options.Revocation,
            RevocationFlag = X509RevocationFlag.ExcludeRoot,
            DisableCertificateDownloads = true, // a peer must not make the loop wait for a server of its choice
        };
        if (options.CaFile is { } file)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.AddRange(CertificateFiles.ReadRoots(file));
        }

        return policy;
    }
}
