using System.Net.Security;
using System.Security.Authentication;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Our client, and openssl as its server.</summary>
public class TlsClientTests
{
    private const string Untrusted = "PartialChain|UntrustedRoot";

    [Theory, EveryReactor]
    public void TLS_13_with_protocol(ReactorKind kind) => Speak(kind, "-tls1_3", SslProtocols.Tls13);

    [Theory, EveryReactor]
    public void TLS_12_with_protocol(ReactorKind kind) => Speak(kind, "-tls1_2", SslProtocols.Tls12);

    [Theory, EveryReactor]
    public void The_own_certificate_is_shown(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var mine = rig.Pki.Issue("client.example.org");
        var options = new TlsOptions { CaFile = rig.Pki.CaFile, TargetHost = TlsRig.Host, Certificates = [mine] };

        var (client, peer) = rig.ConnectOpenSsl(options, rig.Certificate, "-Verify", "1", "-CAfile", rig.Pki.CaFile);

        rig.Succeed(client);
        rig.Net.Until(() => peer.Output.Contains("client.example.org", StringComparison.Ordinal));
    }

    [Theory, EveryReactor]
    public void A_server_that_nobody_trusts_is_refused(ReactorKind kind) =>
        Refuse(kind, static pki => pki.IssueSelfSigned(TlsRig.Host), static rig => rig.ClientOptions, Untrusted);

    [Theory, EveryReactor]
    public void An_expired_certificate_is_refused(ReactorKind kind) =>
        Refuse(kind, static pki => pki.Issue(TlsRig.Host, expired: true), static rig => rig.ClientOptions, "NotTimeValid");

    [Theory, EveryReactor]
    public void The_certificate_of_another_host_is_refused(ReactorKind kind) =>
        Refuse(kind, static pki => pki.Issue("other.example.org"), static rig => rig.ClientOptions, "RemoteCertificateNameMismatch");

    [Theory, EveryReactor]
    public void Without_a_CA_file_the_roots_of_the_system_count(ReactorKind kind) =>
        Refuse(kind, static pki => pki.Issue(TlsRig.Host), static _ => new TlsOptions { TargetHost = TlsRig.Host }, Untrusted);

    [Theory, EveryReactor]
    public void A_test_may_accept_anything(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var options = new TlsOptions { DangerousAcceptAnyCertificate = true };

        var (client, _) = rig.ConnectOpenSsl(options, rig.Pki.IssueSelfSigned("who.example.org"));

        Assert.Equal("CN=who.example.org", rig.Succeed(client).RemoteCertificate!.Subject);
    }

    [Theory, EveryReactor]
    public void Session_tickets_are_no_data(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var (client, _) = rig.ConnectOpenSsl(null, rig.Certificate, "-tls1_3", "-num_tickets", "4");

        var link = rig.Succeed(client);
        rig.Net.Until(() => client.Readable > 0);

        Assert.True(rig.Net.Rests());
        Assert.Empty(client.Received);
        Assert.Null(client.Error);
        Assert.Null(link.Failure);
    }

    private static void Speak(ReactorKind kind, string version, SslProtocols expected)
    {
        using var rig = new TlsRig(kind);
        var options = new TlsOptions
        {
            CaFile = rig.Pki.CaFile,
            TargetHost = TlsRig.Host,
            ApplicationProtocols = [SslApplicationProtocol.Http11, new("echo")],
        };
        var (client, peer) = rig.ConnectOpenSsl(options, rig.Certificate, version, "-alpn", "echo", "-tlsextdebug");

        var link = rig.Succeed(client);
        link.Send("hello\n"u8, out _);
        rig.Net.Until(() => peer.Output.Contains("hello", StringComparison.Ordinal));
        peer.Write("and back\n");
        rig.Net.Until(() => client.Received.Count == 9);

        Assert.Equal(expected, link.Protocol);
        Assert.Equal("echo", link.ApplicationProtocol.ToString());
        Assert.Equal(TlsRig.Host, link.TargetHostName);
        Assert.Equal($"CN={TlsRig.Host}", link.RemoteCertificate!.Subject);
        // openssl has seen the name that was asked for.
        Assert.Contains("TLS client extension \"server name\"", peer.Output, StringComparison.Ordinal);
    }

    private static void Refuse(
        ReactorKind kind, Func<TestPki, TlsCertificate> certificate, Func<TlsRig, TlsOptions> options, string reasons)
    {
        using var rig = new TlsRig(kind);
        var (client, peer) = rig.ConnectOpenSsl(options(rig), certificate(rig.Pki));

        var failure = rig.Fail(client);

        Assert.IsType<AuthenticationException>(failure);
        Assert.Contains(reasons.Split('|'), reason => failure.ToString().Contains(reason, StringComparison.Ordinal));
    }
}
