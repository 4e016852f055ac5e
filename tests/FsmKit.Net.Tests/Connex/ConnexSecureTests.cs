using FsmKit.TestShared;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>A connex that speaks TLS.</summary>
public sealed class ConnexSecureTests : IDisposable
{
    private const string Host = "www.example.org";
    private readonly TestPki _pki = new();
    private readonly TlsCertificate _certificate;

    public ConnexSecureTests() => _certificate = _pki.Issue(Host);

    public void Dispose() => _pki.Dispose();

    [Theory, EveryReactor]
    public void What_was_queued_goes_out_after_the_handshake(ReactorKind kind)
    {
        using var net = new ConnexNet(kind);
        var (there, server) = net.Net.Listen(server => server.SslOptions = new TlsOptions { Certificates = [_certificate] });
        there.OnData = static (gsock, data) => gsock.Send(new EvSendData(data));
        net.Start([new("127.0.0.1", server.Port)], connex => connex.SslOptions = Client()).Send(new EvSendData("secret"u8));
        net.Net.Until(() => net.Talker.Text == "secret");

        Assert.NotNull(net.Connex.Gsock.Tls);
    }

    [Theory, EveryReactor]
    public void A_handshake_that_fails_is_an_attempt_that_failed(ReactorKind kind)
    {
        using var net = new ConnexNet(kind);
        var (_, server) = net.Net.Listen(server => server.SslOptions = new TlsOptions { Certificates = [_certificate] });
        var other = new TlsOptions { CaFile = _pki.CaFile, TargetHost = "other.example.org" };
        var connex = net.Start([new("127.0.0.1", server.Port)], connex => connex.SslOptions = other);
        net.Pass(0.001);
        Assert.Equal(5, net.NextPause());
        Assert.Empty(net.Talker.Events);

        connex.SslOptions = Client();
        net.Pass(5);
        net.Net.Until(() => connex.IsConnected);
    }

    [Theory, EveryReactor]
    public void Options_that_cannot_be_used_are_an_error_of_the_creation_and_later_a_failed_attempt(ReactorKind kind)
    {
        var bad = new TlsOptions { CertFile = "/no/such/file.pem" };
        using var net = new ConnexNet(kind);
        Assert.ThrowsAny<GObjException>(() => net.Start([net.Refusing()], connex => connex.SslOptions = bad));
        Assert.Equal(0, net.Talker.ChildCount);

        var connex = net.Start([net.Refusing()]);
        connex.SslOptions = bad;
        net.Pass(0.001);
        Assert.Equal(5, net.NextPause());
        Assert.Contains(net.Net.Log, static line => line.StartsWith("Error: GConnex:connex cannot start to connect to 127.0.0.1:", StringComparison.Ordinal));
        connex.Send(new EvConnect());
        connex.Disabled = true;
        net.Net.Until(() => connex.IsDisconnected);
    }

    private TlsOptions Client() => new() { CaFile = _pki.CaFile, TargetHost = Host };
}
