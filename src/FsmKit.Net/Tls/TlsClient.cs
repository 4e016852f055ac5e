using System.Net.Security;

namespace FsmKit.Net;

/// <summary>Creates the options of a client's handshake.</summary>
internal sealed class TlsClient(TlsOptions options, CertificateSource[] sources)
{
    private readonly List<SslApplicationProtocol>? _protocols = options.ProtocolList;

    public SslClientAuthenticationOptions For(string host) => new()
    {
        TargetHost = options.TargetHost ?? host,
        ApplicationProtocols = _protocols,
        EnabledSslProtocols = options.Versions,
        CipherSuitesPolicy = options.SuitesPolicy,
        AllowRenegotiation = false,
        AllowTlsResume = true,
        CertificateChainPolicy = options.Trust.Policy,
        RemoteCertificateValidationCallback = options.Trust.AboutServer,
        ClientCertificateContext = sources.Length > 0 ? sources[0].Current.Context : null,
    };
}
