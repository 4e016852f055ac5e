using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace FsmKit.Net;

/// <summary>Runs a handshake with a certificate in memory, on the caller's stack, to find out whether the certificate can be used.</summary>
/// <remarks>The platform's TLS has rules for keys, signatures and suites that only a handshake reveals.</remarks>
internal static class TrialHandshake
{
    /// <summary>Returns the exception of the handshake; null if it succeeds.</summary>
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
            return fault is null && !(accepting.IsCompleted && connecting.IsCompleted) ? new AuthenticationException("The handshake does not end.") : fault;
        }
        finally
        {
            here.Stop();
            there.Stop();
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    // Async, so that unusable options fail the task and do not throw here.
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

            // Trust is not tested here.
            RemoteCertificateValidationCallback = static (_, shown, _, _) => shown is not null,
        }).ConfigureAwait(false);
}
