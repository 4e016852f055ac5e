using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>The options as text, and their messages about files that do not fit.</summary>
public sealed class TlsOptionsTests : IDisposable
{
    private const string Host = "www.example.org";

    private readonly TestPki _pki = new();

    [Fact]
    public void As_text_they_have_every_key_that_text_can_hold()
    {
        var options = TlsOptions.Parse(
            " certfile = /a.pem; KEY_FILE=/b.pem;keypassword=a=b ;applicationprotocols=h2, http/1.1;clientcertificates=require;"
            + "ca-file=/c.pem;"
            + "dangerousAcceptAnyCertificate=yes;targethost=h;minimumversion=tls13;handshaketimeout=00:00:03;revocation=offline;",
            null);

        Assert.Equal("/a.pem", options.CertFile);
        Assert.Equal("/b.pem", options.KeyFile);
        Assert.Equal("a=b", options.KeyPassword);
        Assert.Equal([SslApplicationProtocol.Http2, SslApplicationProtocol.Http11], options.ApplicationProtocols);
        Assert.Equal(ClientCertificateMode.Require, options.ClientCertificates);
        Assert.Equal("/c.pem", options.CaFile);
        Assert.True(options.DangerousAcceptAnyCertificate);
        Assert.Equal("h", options.TargetHost);
        Assert.Equal(SslProtocols.Tls13, options.MinimumVersion);
        Assert.Equal(TimeSpan.FromSeconds(3), options.HandshakeTimeout);
        Assert.Equal(X509RevocationMode.Offline, options.Revocation);
        Assert.Equal(
            "CertFile=/a.pem;KeyFile=/b.pem;KeyPassword=***;ApplicationProtocols=h2,http/1.1;ClientCertificates=Require;CaFile=/c.pem;"
            + "DangerousAcceptAnyCertificate=true;TargetHost=h;MinimumVersion=Tls13;HandshakeTimeout=00:00:03;Revocation=Offline",
            options.ToString());
    }

    [Fact]
    public void Nothing_said_is_the_default()
    {
        var options = TlsOptions.Parse("", null);

        Assert.Equal("", options.ToString());
        Assert.Equal(SslProtocols.Tls12, options.MinimumVersion);
        Assert.Equal(TimeSpan.FromSeconds(10), options.HandshakeTimeout);
        Assert.Equal(X509RevocationMode.NoCheck, options.Revocation);
    }

    [Theory]
    [InlineData("certfile=/a.pem;certificate=/b.pem", "'certificate'")]
    [InlineData("certfile=/a.pem;certificate=/b.pem", "KeyFile")]
    [InlineData("/a.pem", "key=value")]
    [InlineData("minimumversion=tls11", "Tls12 or Tls13")]
    [InlineData("handshaketimeout=soon", "HandshakeTimeout")]
    [InlineData("clientcertificates=perhaps", "Request")]
    public void Text_that_makes_no_sense_is_an_error_that_says_what_does(string text, string expected)
    {
        Assert.Contains(expected, Assert.Throws<ParameterException>(() => TlsOptions.Parse(text, null)).Message, StringComparison.Ordinal);
        Assert.False(TlsOptions.TryParse(text, null, out _));
    }

    [Fact]
    public void No_error_tells_a_password()
    {
        var text = Assert.Throws<ParameterException>(() => TlsOptions.Parse("certfile=/a.pem;keypassword=hush;x=1", null)).ToString();
        Assert.DoesNotContain("hush", text, StringComparison.Ordinal);

        var certificate = _pki.Issue(Host);
        var options = new TlsOptions { CertFile = certificate.CertFile, KeyFile = Encrypted(certificate, "right"), KeyPassword = "hush" };
        Assert.DoesNotContain("hush", Assert.Throws<GObjException>(() => options.CheckServer()).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_needs_a_certificate() => Refused(new TlsOptions(), "CertFile");

    [Fact]
    public void A_missing_file_is_named() => Refused(new TlsOptions { CertFile = "/no/such.pem" }, "/no/such.pem");

    [Fact]
    public void A_file_without_a_key_is_named()
    {
        var certificate = _pki.Issue(Host);
        Refused(new TlsOptions { CertFile = certificate.CertFile }, certificate.CertFile!);
    }

    [Fact]
    public void The_key_of_another_certificate_is_named()
    {
        var (one, other) = (_pki.Issue(Host), _pki.Issue("other.example.org"));
        Refused(new TlsOptions { CertFile = one.CertFile, KeyFile = other.KeyFile }, other.KeyFile!);
    }

    [Fact]
    public void A_key_without_a_certificate_makes_no_sense() => Refused(new TlsOptions { KeyFile = "/a.key" }, "CertFile");

    [Fact]
    public void A_CA_file_without_certificates_is_named()
    {
        var file = _pki.Write("empty.pem", "");
        var error = Assert.Throws<GObjException>(() => new TlsOptions { CaFile = file }.CheckClient());
        Assert.Contains(file, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_expired_certificate_is_a_warning()
    {
        var certificate = _pki.Issue(Host, expired: true);
        var log = new LogLines();

        new TlsOptions { Certificates = [certificate] }.CheckServer(log);

        Assert.StartsWith("Warning", Assert.Single(log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void An_encrypted_key_is_read_with_its_password()
    {
        var certificate = _pki.Issue(Host);
        var options = new TlsOptions { CertFile = certificate.CertFile, KeyFile = Encrypted(certificate, "right"), KeyPassword = "right" };

        options.CheckServer();

        Assert.Equal($"CN={Host}", options.Server.For(Host).Leaf.Subject);
    }

    [Fact]
    public void PKCS12_holds_the_certificate_the_key_and_the_chain()
    {
        var certificate = _pki.Issue(Host);
        using var leaf = X509Certificate2.CreateFromPemFile(certificate.CertFile!, certificate.KeyFile);
        using var root = X509CertificateLoader.LoadCertificateFromFile(_pki.CaFile);
        var file = _pki.Write("all.pfx", "");
        File.WriteAllBytes(file, new X509Certificate2Collection { root, leaf }.Export(X509ContentType.Pkcs12, "secret")!);

        var options = new TlsOptions { CertFile = file, KeyPassword = "secret" };

        options.CheckServer();
        Assert.Equal($"CN={Host}", options.Server.For(Host).Leaf.Subject);
    }

    [Fact]
    public void A_certificate_may_be_an_object()
    {
        var certificate = _pki.Issue(Host);
        using var leaf = X509Certificate2.CreateFromPemFile(certificate.CertFile!, certificate.KeyFile);

        new TlsOptions { Certificates = [new TlsCertificate { Certificate = leaf }] }.CheckServer();

        using var keyless = X509CertificateLoader.LoadCertificate(leaf.RawData);
        Refused(new TlsOptions { Certificates = [new TlsCertificate { Certificate = keyless }] }, "private key");
    }

    [Fact]
    public void Host_names_that_are_given_count_instead_of_those_in_the_certificate()
    {
        var other = _pki.Issue("other.example.org");
        var options = new TlsOptions
        {
            Certificates =
            [
                _pki.Issue(Host),
                new TlsCertificate { CertFile = other.CertFile, KeyFile = other.KeyFile, HostNames = ["*.test"] },
            ],
        };

        Assert.Equal("CN=other.example.org", options.Server.For("a.test").Leaf.Subject);
        Assert.Equal($"CN={Host}", options.Server.For("other.example.org").Leaf.Subject);
    }

    public void Dispose() => _pki.Dispose();

    private string Encrypted(TlsCertificate certificate, string password)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(certificate.KeyFile!));
        var parameters = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);
        return _pki.Write("encrypted.key", key.ExportEncryptedPkcs8PrivateKeyPem(password, parameters));
    }

    private static void Refused(TlsOptions options, string named) =>
        Assert.Contains(named, Assert.Throws<GObjException>(() => options.CheckServer()).Message, StringComparison.Ordinal);
}
