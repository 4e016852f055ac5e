using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>The PROXY header comes before TLS.</summary>
public sealed class ProxyTlsTests : IDisposable
{
    private const string Host = "www.example.org";
    private readonly TestPki _pki = new();
    private readonly TlsCertificate _certificate;

    public ProxyTlsTests() => _certificate = _pki.Issue(Host);

    public void Dispose() => _pki.Dispose();

    [Theory, EveryReactor]
    public async Task A_client_behind_a_proxy_speaks_TLS_with_the_server(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = Listen(net);
        var peer = net.Peer(server);
        peer.Send(Encoding.ASCII.GetBytes("PROXY TCP4 203.0.113.7 192.0.2.1 56789 443\r\n"));
        await using var stream = new SslStream(new NetworkStream(peer));
        var shaking = stream.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = Host,
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { X509CertificateLoader.LoadCertificateFromFile(_pki.CaFile) },
                    RevocationMode = X509RevocationMode.NoCheck,
                },
            },
            TestContext.Current.CancellationToken);
        net.Until(() => shaking.IsCompleted && talker.Count("connected") == 1);
        await shaking;
        await stream.WriteAsync("hello"u8.ToArray(), TestContext.Current.CancellationToken);
        net.Until(() => talker.Text == "hello");

        var gsock = talker.Gsocks[0];
        Assert.Equal(("203.0.113.7:56789", "192.0.2.1:443"), ($"{gsock.Peername}", $"{gsock.Sockname}"));
        Assert.Equal(peer.LocalEndPoint, gsock.ProxyPeername);
    }

    [Theory, EveryReactor]
    public void Headers_and_handshakes_share_one_limit(ReactorKind kind)
    {
        var time = new ManualTime();
        using var net = new Net(kind, time: time);
        var (talker, server) = Listen(net, maxHandshakes: 2);
        var shaking = net.Peer(server);
        shaking.Send("PROXY UNKNOWN\r\n"u8);
        net.Until(() => server.NGsocks == 1);
        var prefacing = net.Peer(server);
        net.Until(() => server.HandshakeCount == 2);
        Assert.Equal(0, server.Refusals);

        // The handshake began when the header had ended, but it is older than the other header.
        Pass(5000);
        Assert.Equal(1, server.RefusalsFor(RefusalReason.CrowdedOut));
        Assert.True(Watcher.IsRefused(shaking));
        net.Until(() => server.NGsocks == 0);
        net.Peer(server);
        net.Until(() => server.HandshakeCount == 2);
        Pass(100);
        net.Until(() => server.RefusalsFor(RefusalReason.CrowdedOut) == 2);
        Assert.True(Watcher.IsRefused(prefacing));
        Assert.Empty(talker.Events);

        void Pass(int milliseconds)
        {
            time.Advance(milliseconds, net.App);
            net.Settle();
        }
    }

    private (Talker Talker, GServerSock Server) Listen(Net net, int maxHandshakes = 0) => net.Listen(server =>
    {
        server.ProxyFrom = AddressRanges.Parse("127.0.0.1");
        server.SslOptions = new TlsOptions { CertFile = _certificate.CertFile, KeyFile = _certificate.KeyFile };
        (server.MaxHandshakes, server.ProxyTimeout) = (maxHandshakes, TimeSpan.FromHours(1));
    });
}
