using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace FsmKit.Net;

/// <summary>A handshake with the certificate, in memory and on the caller's stack: whether it can be used is known before a client comes.</summary>
/// <remarks>The platform's TLS has rules of its own for keys, signatures and suites, which no other question to it tells.</remarks>
internal static class TrialHandshake
{
    /// <summary>Why it fails; null when it succeeds.</summary>
    public static Exception? Fault(SslStreamCertificateContext certificate, SslProtocols versions, CipherSuitesPolicy? suites)
    {
        var (here, there) = TrialStream.Pair();
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            using var server = new SslStream(here);
            using var client = new SslStream(there);
            var accepting = Accept(server, certificate, versions, suites);
            var connecting = Connect(client, versions, suites);
            while (!(accepting.IsCompleted && connecting.IsCompleted) && (here.Pump(accepting) || there.Pump(connecting)))
            {
            }

            var fault = accepting.Exception?.InnerException ?? connecting.Exception?.InnerException;
            return fault is null && !(accepting.IsCompleted && connecting.IsCompleted) ? new AuthenticationException("It does not come to an end.") : fault;
        }
        finally
        {
            here.Stop();
            there.Stop();
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    // Async, so that options that cannot be used are a failure of the handshake too.
    private static async Task Accept(SslStream stream, SslStreamCertificateContext certificate, SslProtocols versions, CipherSuitesPolicy? suites) =>
        await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
        {
            ServerCertificateContext = certificate,
            EnabledSslProtocols = versions,
            CipherSuitesPolicy = suites,
            AllowTlsResume = false,
        }).ConfigureAwait(false);

    private static async Task Connect(SslStream stream, SslProtocols versions, CipherSuitesPolicy? suites) =>
        await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            EnabledSslProtocols = versions,
            CipherSuitesPolicy = suites,
            AllowTlsResume = false,
            CertificateChainPolicy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true },

            // Whom to trust is not the question here.
            RemoteCertificateValidationCallback = static (_, shown, _, _) => shown is not null,
        }).ConfigureAwait(false);
}
