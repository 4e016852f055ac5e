using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace FsmKit.Net;

/// <summary>Whom to believe.</summary>
internal sealed class PeerTrust(TlsOptions options)
{
    private readonly Lazy<X509ChainPolicy> _policy = new(() => Make(options));

    /// <summary>How a chain is built; SslStream copies it.</summary>
    public X509ChainPolicy Policy => _policy.Value;

    /// <exception cref="GObjException">The CaFile cannot be used.</exception>
    public void Load() => _ = _policy.Value;

    /// <summary>What a client thinks of the server's certificate; null for SslStream's own judgement, which tells what is wrong.</summary>
    public RemoteCertificateValidationCallback? AboutServer { get; } =
        options.DangerousAcceptAnyCertificate ? (_, _, _, _) => options.DangerousAcceptAnyCertificate : options.Validation;

    /// <summary>The same of a server about its clients.</summary>
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
