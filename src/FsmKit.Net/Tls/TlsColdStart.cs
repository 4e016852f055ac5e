using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace FsmKit.Net;

/// <summary>
/// Runs one handshake in memory when the first TLS options are checked. The first handshake of a process loads libraries and reads the
/// system's roots. If it ran without a free descriptor or free memory, that handshake and all later ones would fail.
/// </summary>
internal static class TlsColdStart
{
    private const int MostRounds = 100;

    // Not a static constructor: the cold start runs all of those at the start of the process.
    private static readonly Lazy<bool> Done = new(Run);

    /// <summary>Runs the handshake at the first call.</summary>
    public static bool Ensure() => Done.Value;

    private static bool Run()
    {
        try
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
            using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2999, 1, 1, 0, 0, 0, TimeSpan.Zero));
            Shake(
                new TlsOptions { Certificates = [new TlsCertificate { Certificate = certificate }] },
                new TlsOptions { DangerousAcceptAnyCertificate = true });
        }
        catch (Exception)
        {
            // The first connection repeats whatever failed here.
        }

        return true;
    }

    private static void Shake(TlsOptions serving, TlsOptions asking)
    {
        using var reactor = new SocketReactor();
        var (here, there) = TrialLink.Pair();
        var (client, server) = (new Side(), new Side());
        using var served = TlsLink.Server(reactor, there, serving, server);
        using var asked = TlsLink.Client(reactor, here, asking, "localhost", client);
        for (var i = 0; i < MostRounds && !(client.IsOver && server.IsOver); i++)
        {
            here.TellOwner();
            there.TellOwner();
            reactor.Wait(0);
        }
    }

    private sealed class Side : ILinkEvents
    {
        public bool IsOver { get; set; }

        public void OnConnected() => IsOver = true;

        public void OnConnectFailed(SocketError error) => IsOver = true;

        public void OnBroken(SocketError error) => IsOver = true;

        public void OnReadable()
        {
        }

        public void OnWritable()
        {
        }
    }
}
