using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace FsmKit.Net;

/// <summary>Loaded certificate, ready for handshakes.</summary>
/// <remarks>The context caches data that SslStream computes once per certificate, including resumable sessions.</remarks>
internal sealed class LoadedCertificate
{
    private SslServerAuthenticationOptions? _serverOptions;
    private SslServerAuthenticationOptions? _oldClientOptions;

    public LoadedCertificate(X509Certificate2 leaf, X509Certificate2Collection intermediates, IReadOnlyList<string> hostNames)
    {
        Leaf = leaf;

        // Offline: missing intermediates are not fetched, because that would block the loop.
        Context = SslStreamCertificateContext.Create(leaf, intermediates, offline: true);
        HostNames = hostNames.Count > 0 ? hostNames : NamesIn(leaf);
    }

    public X509Certificate2 Leaf { get; }

    public SslStreamCertificateContext Context { get; }

    public IReadOnlyList<string> HostNames { get; }

    /// <summary>Returns the options of a server's handshake with this certificate. Created once, because SslStream copies them.</summary>
    public SslServerAuthenticationOptions ServerOptions(Func<LoadedCertificate, SslServerAuthenticationOptions> make) =>
        _serverOptions ??= make(this);

    /// <summary>Returns the options for a client that offers only TLS 1.2.</summary>
    public SslServerAuthenticationOptions OldClientOptions(Func<LoadedCertificate, SslServerAuthenticationOptions> make) =>
        _oldClientOptions ??= make(this);

    private static string[] NamesIn(X509Certificate2 leaf) =>
        [.. leaf.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(static names => names.EnumerateDnsNames())];
}
