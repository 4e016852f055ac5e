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

    /// <summary>A client about the server's certificate.</summary>
    public bool AcceptServer(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        options.DangerousAcceptAnyCertificate || Judge(sender, certificate, chain, errors);

    /// <summary>A server about the client's certificate.</summary>
    public bool AcceptClient(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        certificate is null ? options.ClientCertificates != ClientCertificateMode.Require : Judge(sender, certificate, chain, errors);

    private bool Judge(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        options.Validation is { } validation ? validation(sender, certificate, chain, errors) : errors == SslPolicyErrors.None;

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
