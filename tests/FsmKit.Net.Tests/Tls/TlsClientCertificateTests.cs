using System.Security.Authentication;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Our server asks openssl for a certificate.</summary>
public class TlsClientCertificateTests
{
    [Theory, EveryReactor]
    public void A_trusted_one_is_accepted_and_known(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var mine = rig.Pki.Issue("client.example.org");

        var (server, _) = rig.AcceptOpenSsl(Asking(rig, ClientCertificateMode.Require), Showing(mine));

        Assert.Equal("CN=client.example.org", rig.Succeed(server).RemoteCertificate!.Subject);
    }

    [Theory, EveryReactor]
    public void Without_the_one_that_is_required_there_is_no_connection(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);

        var (server, _) = rig.AcceptOpenSsl(Asking(rig, ClientCertificateMode.Require));

        Assert.IsType<AuthenticationException>(rig.Fail(server));
    }

    [Theory, EveryReactor]
    public void Without_the_one_that_is_requested_there_is_a_connection(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);

        var (server, _) = rig.AcceptOpenSsl(Asking(rig, ClientCertificateMode.Request));

        Assert.Null(rig.Succeed(server).RemoteCertificate);
    }

    [Theory, EveryReactor]
    public void One_that_nobody_trusts_is_refused_even_if_only_requested(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var mine = rig.Pki.IssueSelfSigned("client.example.org");

        var (server, peer) = rig.AcceptOpenSsl(Asking(rig, ClientCertificateMode.Request), Showing(mine));

        Assert.IsType<AuthenticationException>(rig.Fail(server));
        rig.Net.Until(() => peer.HasExited);
    }

    [Theory, EveryReactor]
    public void One_that_has_expired_is_refused(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var mine = rig.Pki.Issue("client.example.org", expired: true);

        var (server, _) = rig.AcceptOpenSsl(Asking(rig, ClientCertificateMode.Require), Showing(mine));

        Assert.Contains("NotTimeValid", rig.Fail(server).ToString(), StringComparison.Ordinal);
    }

    [Theory, EveryReactor]
    public void The_validation_has_the_last_word(ReactorKind kind)
    {
        using var rig = new TlsRig(kind);
        var mine = rig.Pki.IssueSelfSigned("client.example.org");
        var options = new TlsOptions
        {
            CertFile = rig.Certificate.CertFile,
            KeyFile = rig.Certificate.KeyFile,
            ClientCertificates = ClientCertificateMode.Require,
            Validation = static (_, certificate, _, _) => certificate!.Subject == "CN=client.example.org",
        };

        var (server, _) = rig.AcceptOpenSsl(options, Showing(mine));

        Assert.NotNull(rig.Succeed(server).RemoteCertificate);
    }

    private static TlsOptions Asking(TlsRig rig, ClientCertificateMode mode) => new()
    {
        CertFile = rig.Certificate.CertFile,
        KeyFile = rig.Certificate.KeyFile,
        ClientCertificates = mode,
        CaFile = rig.Pki.CaFile,
    };

    private static string[] Showing(TlsCertificate mine) => ["-cert", mine.CertFile!, "-key", mine.KeyFile!];
}
