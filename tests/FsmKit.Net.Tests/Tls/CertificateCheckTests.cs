using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Warnings about certificates that handshakes or peers would refuse, before the first client comes.</summary>
public class CertificateCheckTests
{
    private static readonly DateTimeOffset Always = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Forever = new(9999, 12, 31, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_key_that_is_too_short_is_an_error_of_the_check()
    {
        using var key = RSA.Create(1024);
        using var certificate = new CertificateRequest("CN=short.example.org", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(Always, Forever);
        var error = Assert.Throws<GObjException>(() => Check(certificate));
        Assert.Contains("CN=short.example.org", error.Message, StringComparison.Ordinal);
        Assert.Contains("a trial handshake with it failed", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("inner exception", error.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_key_of_another_certificate_is_an_error_of_the_check()
    {
        using var pki = new TestPki();
        var (one, other) = (pki.Issue("one.example.org"), pki.Issue("other.example.org"));
        var error = Assert.Throws<GObjException>(() => new TlsOptions { CertFile = one.CertFile, KeyFile = other.KeyFile }.CheckServer());
        Assert.Contains(other.KeyFile!, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Suites_of_which_none_fits_to_the_certificate_are_an_error_of_the_check()
    {
        using var pki = new TestPki();
        var certificate = pki.Issue("one.example.org");
        var options = new TlsOptions
        {
            CertFile = certificate.CertFile,
            KeyFile = certificate.KeyFile,
            CipherSuites = [System.Net.Security.TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256],
        };
        Assert.Contains("CipherSuites", Assert.Throws<GObjException>(() => options.CheckServer()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.3.6.1.5.5.7.3.2", X509KeyUsageFlags.DigitalSignature, "serverAuth")]
    [InlineData("1.3.6.1.5.5.7.3.1", X509KeyUsageFlags.KeyCertSign, "digitalSignature")]
    [InlineData("1.3.6.1.5.5.7.3.1", X509KeyUsageFlags.DigitalSignature, null)]
    [InlineData("2.5.29.37.0", X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyCertSign, null)]
    public void What_peers_will_refuse_is_a_warning_of_the_check(string extended, X509KeyUsageFlags usage, string? told)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=used.example.org", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new(extended)], false));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, false));
        using var certificate = request.CreateSelfSigned(Always, Forever);

        var lines = Check(certificate);

        if (told is null)
        {
            Assert.Empty(lines);
        }
        else
        {
            Assert.StartsWith("Warning: The TLS certificate CN=used.example.org is not for ", Assert.Single(lines), StringComparison.Ordinal);
            Assert.Contains(told, lines[0], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_new_certificate_that_no_handshake_would_take_does_not_replace_the_old_one()
    {
        using var pki = new TestPki();
        var certificate = pki.Issue("one.example.org");
        var options = new TlsOptions { CertFile = certificate.CertFile, KeyFile = certificate.KeyFile };
        options.CheckServer(NullLogger.Instance);
        using var key = RSA.Create(1024);
        using var weak = new CertificateRequest("CN=short.example.org", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(Always, Forever);
        File.WriteAllText(certificate.CertFile!, weak.ExportCertificatePem());
        File.WriteAllText(certificate.KeyFile!, key.ExportPkcs8PrivateKeyPem());

        Assert.Throws<GObjException>(options.Reload);
        Assert.Equal("CN=one.example.org", options.Server.For("").Leaf.Subject);
    }

    private static string[] Check(X509Certificate2 certificate)
    {
        var log = new LogLines();
        new TlsOptions { Certificates = [new TlsCertificate { Certificate = certificate }] }.CheckServer(log);
        return log.Lines;
    }
}
