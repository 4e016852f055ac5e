using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Our server, and openssl as its client.</summary>
public class TlsServerTests
{
    [Theory, EveryReactor]
    public void TLS_13_with_protocol_and_host(ReactorKind kind) => Speak(kind, "-tls1_3", SslProtocols.Tls13);

    [Theory, EveryReactor]
    public void TLS_12_with_protocol_and_host(ReactorKind kind) => Speak(kind, "-tls1_2", SslProtocols.Tls12);

    [Theory, EveryReactor]
    public void Older_versions_are_refused(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);

        var (server, peer) = rig.AcceptOpenSsl(null, "-tls1_1", "-cipher", "DEFAULT@SECLEVEL=0");

        Assert.IsType<AuthenticationException>(rig.Fail(server));
        rig.Net.Until(() => peer.Output.Contains("alert protocol version", StringComparison.Ordinal));
    }

    [Theory, EveryReactor]
    public void The_minimum_version_can_be_raised(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var options = new TlsOptions
        {
            CertFile = rig.Certificate.CertFile,
            KeyFile = rig.Certificate.KeyFile,
            MinimumVersion = SslProtocols.Tls13,
        };

        var (server, _) = rig.AcceptOpenSsl(options, "-tls1_2");

        Assert.IsType<AuthenticationException>(rig.Fail(server));
    }

    [Theory, EveryReactor]
    public void Clients_without_a_common_protocol_are_refused(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var options = new TlsOptions
        {
            CertFile = rig.Certificate.CertFile,
            KeyFile = rig.Certificate.KeyFile,
            ApplicationProtocols = [SslApplicationProtocol.Http11],
        };

        var (server, peer) = rig.AcceptOpenSsl(options, "-alpn", "gopher");

        rig.Fail(server);
        rig.Net.Until(() => peer.Output.Contains("no application protocol", StringComparison.Ordinal));
    }

    [Theory, EveryReactor]
    public void Renegotiation_ends_the_connection(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var (server, peer) = rig.AcceptOpenSsl(null, "-tls1_2", "-legacy_renegotiation");
        var link = rig.Succeed(server);
        peer.Write("before\n");
        rig.Net.Until(() => server.Received.Count == 7);

        peer.Write("R\n");

        rig.Net.Until(() => server.Error is not null);
        Assert.IsType<AuthenticationException>(link.Failure);
        Assert.True(rig.Net.Rests());
    }

    [Theory, EveryReactor]
    public void The_certificate_is_chosen_by_the_host(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var options = new TlsOptions
        {
            Certificates = [rig.Certificate, rig.Pki.Issue("*.example.net"), rig.Pki.Issue("b.example.net"), rig.Pki.Issue("example.com")],
        };

        Assert.Equal("example.com", Ask("example.com"));
        Assert.Equal("b.example.net", Ask("B.example.net"));
        Assert.Equal("*.example.net", Ask("c.example.net"));
        Assert.Equal(TlsRig.Host, Ask("d.c.example.net"));
        Assert.Equal(TlsRig.Host, Ask("nobody.test"));
        Assert.Equal(TlsRig.Host, Ask(null));

        string Ask(string? host)
        {
            var (server, peer) = rig.AcceptOpenSsl(options, host is null ? ["-noservername"] : ["-servername", host]);
            Assert.Equal(host ?? "", rig.Succeed(server).TargetHostName);
            rig.Net.Until(() => peer.Output.Contains("---\nSSL handshake", StringComparison.Ordinal));
            server.Link.Close();
            var subject = peer.Output.Split('\n').First(static line => line.StartsWith("subject=", StringComparison.Ordinal));
            return subject[(subject.LastIndexOf('=') + 1)..].Trim();
        }
    }

    [Theory, EveryReactor]
    public void A_session_is_resumed(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var options = rig.ServerOptions;
        var session = rig.Pki.Write("session.pem", "");
        var (first, peer) = rig.AcceptOpenSsl(options, "-sess_out", session);
        rig.Succeed(first);
        rig.Net.Until(() => new FileInfo(session).Length > 0);
        peer.EndInput();

        var (second, again) = rig.AcceptOpenSsl(options, "-sess_in", session);

        rig.Succeed(second);
        rig.Net.Until(() => again.Output.Contains("Reused, TLSv1.3", StringComparison.Ordinal));
    }

    private static void Speak(ReactorKind kind, string version, SslProtocols expected)
    {
        using var rig = new TlsRig(kind);
        var options = new TlsOptions
        {
            CertFile = rig.Certificate.CertFile,
            KeyFile = rig.Certificate.KeyFile,
            ApplicationProtocols = [new SslApplicationProtocol("echo"), SslApplicationProtocol.Http11],
        };
        var (server, peer) = rig.AcceptOpenSsl(
            options, version, "-alpn", "http/1.1,echo", "-servername", TlsRig.Host, "-CAfile", rig.Pki.CaFile, "-verify_return_error");

        var link = rig.Succeed(server);
        peer.Write("hello\n");
        rig.Net.Until(() => server.Received.Count == 6);
        link.Send("and back\n"u8, out _);
        rig.Net.Until(() => peer.Output.Contains("and back", StringComparison.Ordinal));

        Assert.Equal("hello\n", Encoding.ASCII.GetString(server.Received.ToArray()));
        Assert.Equal(expected, link.Protocol);
        Assert.Equal("echo", link.ApplicationProtocol.ToString());
        Assert.Equal(TlsRig.Host, link.TargetHostName);
        Assert.NotEqual(default, link.CipherSuite);
        Assert.Null(link.RemoteCertificate);
        Assert.Contains("Verification: OK", peer.Output, StringComparison.Ordinal);
    }
}
