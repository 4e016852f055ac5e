using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace FsmKit.Net;

/// <summary>A certificate ready for use.</summary>
/// <remarks>Its context holds what SslStream works out once per certificate, sessions to resume included.</remarks>
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

    /// <summary>What a server's handshake with this certificate needs; made once, because SslStream copies it.</summary>
    public SslServerAuthenticationOptions ServerOptions(Func<LoadedCertificate, SslServerAuthenticationOptions> make) =>
        _serverOptions ??= make(this);

    /// <summary>The same with a client that has only TLS 1.2.</summary>
    public SslServerAuthenticationOptions OldClientOptions(Func<LoadedCertificate, SslServerAuthenticationOptions> make) =>
        _oldClientOptions ??= make(this);

    private static string[] NamesIn(X509Certificate2 leaf) =>
        [.. leaf.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(static names => names.EnumerateDnsNames())];
}
