using System.Net.Security;
using System.Security.Authentication;

namespace FsmKit.Net;

/// <summary>Chooses the certificate by the host name that the client sends, and creates the options of a server's handshake.</summary>
internal sealed class TlsServer
{
    private readonly TlsOptions _options;
    private readonly CertificateSource[] _sources;

    public TlsServer(TlsOptions options, CertificateSource[] sources)
    {
        _options = options;
        _sources = sources;
        Choose = (_, hello, state, _) =>
        {
            var certificate = For(hello.ServerName);
            return new(state == SpeaksTls13 ? certificate.ServerOptions(MakeOptions) : certificate.OldClientOptions(MakeOldClientOptions));
        };
    }

    /// <summary>State object for <see cref="Choose"/> that marks a client with TLS 1.3; another state marks a client without.</summary>
    public static object SpeaksTls13 { get; } = new();

    /// <summary>Callback of SslStream after the ClientHello, which returns the options.</summary>
    public ServerOptionsSelectionCallback Choose { get; }

    /// <summary>Returns the certificate with exactly this name, else one with a matching wildcard, else the first.</summary>
    public LoadedCertificate For(string host)
    {
        if (_sources.Length == 0)
        {
            throw new AuthenticationException("A TLS server needs a certificate, and the options have none.");
        }

        return _sources.Length == 1 || host.Length == 0 ? _sources[0].Current : Find(host) ?? Find(WildcardOf(host)) ?? _sources[0].Current;
    }

    private LoadedCertificate? Find(string name)
    {
        foreach (var source in _sources)
        {
            var certificate = source.Current;
            if (certificate.HostNames.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                return certificate;
            }
        }

        return null;
    }

    private static string WildcardOf(string host)
    {
        var dot = host.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? host : string.Concat("*", host.AsSpan(dot));
    }

    private SslServerAuthenticationOptions MakeOptions(LoadedCertificate certificate) => MakeOptions(certificate, _options.SuitesPolicy);

    private SslServerAuthenticationOptions MakeOldClientOptions(LoadedCertificate certificate) =>
        MakeOptions(certificate, _options.OldClientSuitesPolicy);

    private SslServerAuthenticationOptions MakeOptions(LoadedCertificate certificate, CipherSuitesPolicy? suites)
    {
        var options = new SslServerAuthenticationOptions
        {
            ServerCertificateContext = certificate.Context,
            ApplicationProtocols = _options.ProtocolList,
            EnabledSslProtocols = _options.Versions,
            CipherSuitesPolicy = suites,
            AllowRenegotiation = false,
            AllowTlsResume = true,
        };
        if (_options.ClientCertificates != ClientCertificateMode.None)
        {
            options.ClientCertificateRequired = true; // SslStream's name for: request a certificate
            options.CertificateChainPolicy = _options.Trust.Policy;
            options.RemoteCertificateValidationCallback = _options.Trust.AboutClient;
        }

        return options;
    }
}
