using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace FsmKit.Net;

/// <summary>
/// The first handshake of a process loads libraries and reads the system's roots; in a bad moment, without a descriptor or memory left, it
/// would fail, and all after it. So there is one in memory, when the first options for TLS are checked.
/// </summary>
internal static class TlsColdStart
{
    private const int MostRounds = 100;

    // Not a type's initialization: those are all run when the process starts.
    private static readonly Lazy<bool> Done = new(Run);

    /// <summary>Does it, the first time.</summary>
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
            // Whatever cannot be done now, is done with the first connection.
        }

        return true;
    }

    private static void Shake(TlsOptions serving, TlsOptions asking)
    {
        using var reactor = new MemoryReactor(new MemoryNetwork());
        var (client, server) = (new Side(), new Side());
        var listening = reactor.Listen(new IPEndPoint(IPAddress.Loopback, 0), 1, reusePort: false, new Ear());
        var link = reactor.Connect(listening.LocalEndPoint!, client);
        StreamLink? accepted = null;
        for (var i = 0; i < MostRounds && (accepted is null || !client.IsOver); i++)
        {
            reactor.Wait(0);
            accepted ??= listening.Accept(out _);
        }

        client.IsOver = false;
        using var served = TlsLink.Server(reactor, accepted!, serving, server);
        using var asked = TlsLink.Client(reactor, link, asking, "localhost", client);
        for (var i = 0; i < MostRounds && !(client.IsOver && server.IsOver); i++)
        {
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

    private sealed class Ear : IListenEvents
    {
        public void OnAcceptable()
        {
        }
    }
}
