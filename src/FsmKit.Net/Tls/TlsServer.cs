using System.Net.Security;
using System.Security.Authentication;

namespace FsmKit.Net;

/// <summary>Chooses a server's certificate by the host that a client asks for, and all else that its handshake needs.</summary>
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

    /// <summary>The state of a handshake whose client speaks TLS 1.3, for <see cref="Choose"/>; without it, the client is an old one.</summary>
    public static object SpeaksTls13 { get; } = new();

    /// <summary>Asked in the handshake, when the ClientHello has come.</summary>
    public ServerOptionsSelectionCallback Choose { get; }

    /// <summary>Exactly this name, else a wildcard, else the first.</summary>
    public LoadedCertificate For(string host)
    {
        if (_sources.Length == 0)
        {
            throw new AuthenticationException("There is no certificate: a TLS server needs one.");
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
            options.ClientCertificateRequired = true; // in SslStream's words: it is asked for
            options.CertificateChainPolicy = _options.Trust.Policy;
            options.RemoteCertificateValidationCallback = _options.Trust.AboutClient;
        }

        return options;
    }
}
