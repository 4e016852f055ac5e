using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>TLS in the view of a gsock's subscriber. The tests of the link cover TLS itself.</summary>
public sealed class SecureTests : IDisposable
{
    private const string Host = "www.example.org";
    private readonly TestPki _pki = new();
    private readonly TlsCertificate _certificate;

    public SecureTests() => _certificate = _pki.Issue(Host);

    public void Dispose() => _pki.Dispose();

    [Theory, EveryReactor]
    public void Both_ends_hear_of_the_connection_after_the_handshake_and_know_what_was_agreed(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (there, server) = net.Listen(server => server.SslOptions = Server(new SslApplicationProtocol("echo")));
        there.OnData = static (gsock, data) => gsock.Send(new EvSendData(data));
        var (here, gsock) = net.Client(server.Port, client => client.SslOptions = Client(new SslApplicationProtocol("echo")));
        gsock.Send(new EvConnect());
        Assert.Equal(Outcome.Handled, gsock.Send(new EvSendData("sent before, "u8)));
        net.Until(() => here.Count("ready") == 1);
        gsock.Send(new EvSendData("sent after"u8));
        net.Until(() => here.Text == "sent before, sent after");

        var accepted = there.Gsocks[0];
        Assert.Equal(Host, accepted.Tls!.TargetHostName);
        Assert.Equal("echo", accepted.Tls.ApplicationProtocol.ToString());
        Assert.Equal(SslProtocols.Tls13, gsock.Tls!.Protocol);
        Assert.Equal($"CN={Host}", gsock.Tls.RemoteCertificate!.Subject);
        Assert.Equal(["connected", "ready", "ready"], here.Events);

        gsock.Send(new EvClose());
        net.Until(() => here.Count("disconnected") == 1 && there.Count("disconnected") == 1);
        Assert.Equal("disconnected Dropped Success", here.Events[^1]);
        Assert.Equal("disconnected PeerClosed Success", there.Events[^1]);
        Assert.Null(gsock.Tls);
    }

    [Theory, EveryReactor]
    public void A_failed_handshake_is_no_event_of_the_servers(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (there, server) = net.Listen(server => server.SslOptions = Server());
        var peer = net.Peer(server);
        peer.Send("GET / HTTP/1.1\r\n\r\n"u8);
        net.Until(() => server.Accepted == 1 && server.NGsocks == 0);
        net.Settle();

        Assert.Empty(there.Events);
        Assert.Contains(net.Log, static line => line.Contains("ends its TLS handshake", StringComparison.Ordinal));
        Assert.DoesNotContain(net.Log, static line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("plain HTTP", "does not speak TLS")]
    [InlineData("an end", "closed the connection during")]
    [InlineData("a reset", "reset")]
    [InlineData("half a record and silence", "it took longer than HandshakeTimeout")]
    [InlineData("no suite in common", "SSL routines")]
    [InlineData("no certificate", "RemoteCertificateNotAvailable")]
    public void A_failed_handshake_is_told_with_the_peer_and_the_innermost_reason(string what, string reason)
    {
        var time = new ManualTime();
        using var net = new Net(ReactorKind.Portable, time: time);
        var (_, server) = net.Listen(server => server.SslOptions = new TlsOptions
        {
            CertFile = _certificate.CertFile,
            KeyFile = _certificate.KeyFile,
            CaFile = _pki.CaFile,
            ClientCertificates = what == "no certificate" ? ClientCertificateMode.Require : ClientCertificateMode.None,
        });
        var peer = net.Peer(server);
        var address = peer.LocalEndPoint!.ToString()!;
        net.Until(() => server.HandshakeCount == 1);
        switch (what)
        {
            case "plain HTTP":
                peer.Send("GET / HTTP/1.1\r\n\r\n"u8);
                break;
            case "an end":
                peer.Close();
                break;
            case "a reset":
                peer.Close(0);
                break;
            case "half a record and silence":
                peer.Send([22, 3, 1]);
                net.Settle();
                time.Advance(10_000, net.App);
                break;
            default:
                using (var stream = new SslStream(new NetworkStream(peer), false, static (_, shown, _, _) => shown is not null))
                {
                    var shaking = stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
                    {
                        TargetHost = Host,
                        EnabledSslProtocols = SslProtocols.Tls12,
                        CipherSuitesPolicy = what == "no certificate" || OperatingSystem.IsWindows() ? null
                            : new CipherSuitesPolicy([TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256]),
                    }, TestContext.Current.CancellationToken);
                    net.Until(() => shaking.IsCompleted);
                    _ = shaking.Exception;
                }

                break;
        }

        net.Until(() => server.NGsocks == 0);
        var line = Assert.Single(net.Log, static line => line.Contains("TLS handshake", StringComparison.Ordinal));
        Assert.Contains($"with {address}: ", line, StringComparison.Ordinal);
        Assert.Contains(reason, line, StringComparison.Ordinal);
        Assert.DoesNotContain("inner exception", line, StringComparison.Ordinal);
    }

    [Theory, EveryReactor]
    public void A_failed_handshake_is_the_clients_only_event(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (_, server) = net.Listen(server => server.SslOptions = Server());
        Exception? told = null;
        var (here, gsock) = net.Client(server.Port, client => client.SslOptions = new TlsOptions { CaFile = _pki.CaFile, TargetHost = "other.example.org" });
        here.OnDisconnected = e => told = e.Exception;
        gsock.Send(new EvConnect());
        net.Until(() => here.Events.Count > 0 && server.Accepted == 1 && server.NGsocks == 0);

        Assert.Equal(["disconnected HandshakeFailed ConnectionAborted"], here.Events);
        Assert.IsType<AuthenticationException>(told);
        Assert.Contains(net.Log, line => line.Contains($"handshake with 127.0.0.1:{server.Port}: ", StringComparison.Ordinal));
        Assert.DoesNotContain(net.Log, static line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Theory, EveryReactor]
    public void A_silent_peer_is_ended_by_the_timeout_and_does_not_keep_others_waiting(ReactorKind kind)
    {
        var time = new ManualTime();
        using var net = new Net(kind, time: time);
        var (there, server) = net.Listen(server => server.SslOptions = Server());
        var silent = net.Peer(server);
        net.Until(() => server.NGsocks == 1);
        var (here, gsock) = net.Client(server.Port, client => client.SslOptions = Client());
        gsock.Send(new EvConnect());
        net.Until(() => here.Count("connected") == 1 && there.Count("connected") == 1);
        Assert.Equal(2, server.NGsocks);

        time.Advance(TimeSpan.FromSeconds(10));
        net.Until(() => server.NGsocks == 1);
        Assert.Equal(0, silent.Receive(new byte[1]));
        Assert.Equal(0, there.Count("disconnected"));
    }

    [Theory, EveryReactor]
    public void A_server_that_never_answers_ends_the_clients_attempt(ReactorKind kind)
    {
        var time = new ManualTime();
        using var net = new Net(kind, time: time);
        var (listener, port) = net.PlainListener();
        var (here, gsock) = net.Client(port, client => client.SslOptions = Client());
        gsock.Send(new EvConnect());
        net.Until(() => listener.Poll(0, SelectMode.SelectRead));
        using var peer = listener.Accept();
        net.Until(() => peer.Available > 0, "The client's first record");
        Assert.Empty(here.Events);
        time.Advance(TimeSpan.FromSeconds(10));
        net.Until(() => here.Events.Count > 0);

        Assert.Equal(["disconnected HandshakeTimedOut TimedOut"], here.Events);
    }

    [Theory, EveryReactor]
    public async Task A_stream_that_was_cut_off_is_told_from_one_that_was_ended(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (there, server) = net.Listen(server => server.SslOptions = Server());
        var peer = net.Peer(server);
        await using var stream = new SslStream(new NetworkStream(peer));
        var shaking = stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = Host,
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { X509CertificateLoader.LoadCertificateFromFile(_pki.CaFile) },
                RevocationMode = X509RevocationMode.NoCheck,
            },
        }, TestContext.Current.CancellationToken);
        net.Until(() => shaking.IsCompleted && there.Count("connected") == 1);
        await shaking;
        await stream.WriteAsync("half of a mess"u8.ToArray(), TestContext.Current.CancellationToken);
        peer.Shutdown(SocketShutdown.Send);
        net.Until(() => there.Count("disconnected") == 1);

        Assert.Equal("half of a mess", there.Text);
        Assert.Equal("disconnected Truncated Success", there.Events[^1]);
    }

    [Theory, EveryReactor]
    public void Options_that_cannot_work_are_an_error_of_the_creation_or_of_the_connect(ReactorKind kind)
    {
        using var net = new Net(kind);
        var missing = new TlsOptions { CertFile = "/no/such/file.pem" };
        Assert.Contains("/no/such/file.pem", Assert.Throws<GObjException>(() => net.Listen(server => server.SslOptions = missing)).Message, StringComparison.Ordinal);
        Assert.Contains("needs a certificate", Assert.Throws<GObjException>(() => net.Listen(static server => server.SslOptions = new TlsOptions())).Message, StringComparison.Ordinal);
        var (talker, gsock) = net.Client(1);
        gsock.SslOptions = missing;
        Assert.Throws<GObjException>(() => gsock.Send(new EvConnect()));
        Assert.True(gsock.IsDisconnected);
        Assert.Empty(talker.Events);
    }

    [Theory, EveryReactor]
    public void The_options_can_be_a_setting(ReactorKind kind)
    {
        using var net = new Net(kind, settings: [new("GServerSock.ssl_options", $"certfile={_certificate.CertFile};keyfile={_certificate.KeyFile}")]);
        var (there, server) = net.Listen();
        var (here, gsock) = net.Client(server.Port, client => client.SslOptions = Client());
        gsock.Send(new EvConnect());
        net.Until(() => here.Count("connected") == 1 && there.Count("connected") == 1);
        Assert.NotNull(there.Gsocks[0].Tls);
    }

    private TlsOptions Server(params SslApplicationProtocol[] protocols) =>
        new() { CertFile = _certificate.CertFile, KeyFile = _certificate.KeyFile, ApplicationProtocols = protocols };

    private TlsOptions Client(params SslApplicationProtocol[] protocols) =>
        new() { CaFile = _pki.CaFile, TargetHost = Host, ApplicationProtocols = protocols };
}
