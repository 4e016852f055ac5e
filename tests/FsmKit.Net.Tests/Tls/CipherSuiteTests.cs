using System.Net.Security;
using System.Security.Authentication;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Cipher suites of a server, asked with openssl.</summary>
public class CipherSuiteTests
{
    [Theory]
    [InlineData("ECDHE-ECDSA-AES128-SHA256", false)]
    [InlineData("ECDHE-ECDSA-AES256-SHA384", false)]
    [InlineData("ECDHE-ECDSA-AES128-SHA", false)]
    [InlineData("ECDHE-ECDSA-AES128-GCM-SHA256", true)]
    [InlineData("ECDHE-ECDSA-CHACHA20-POLY1305", true)]
    public void With_TLS_12_there_is_no_CBC(string suite, bool isSpoken)
    {
        using var rig = new TlsRig(ReactorKind.Portable);
        var (server, _) = rig.AcceptOpenSsl(null, "-tls1_2", "-cipher", suite + "@SECLEVEL=0");
        if (isSpoken)
        {
            Assert.Equal(SslProtocols.Tls12, rig.Succeed(server).Protocol);
        }
        else
        {
            Assert.IsType<AuthenticationException>(rig.Fail(server));
        }
    }

    [Fact]
    public void Chosen_suites_are_spoken_and_no_others()
    {
        using var rig = new TlsRig(ReactorKind.Portable);
        var options = TlsOptions.Parse(
            $"certfile={rig.Certificate.CertFile};keyfile={rig.Certificate.KeyFile}"
            + ";cipher_suites=TLS_CHACHA20_POLY1305_SHA256,TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            null);

        var (first, _) = rig.AcceptOpenSsl(options, "-tls1_3");
        Assert.Equal(TlsCipherSuite.TLS_CHACHA20_POLY1305_SHA256, rig.Succeed(first).CipherSuite);
        var (second, _) = rig.AcceptOpenSsl(options, "-tls1_2");
        Assert.Equal(TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, rig.Succeed(second).CipherSuite);
        var (third, _) = rig.AcceptOpenSsl(options, "-tls1_2", "-cipher", "ECDHE-ECDSA-AES128-GCM-SHA256");
        Assert.IsType<AuthenticationException>(rig.Fail(third));
    }

    [Fact]
    public void As_text_they_are_IANA_s_names()
    {
        const string Text = "CipherSuites=TLS_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";
        Assert.Equal(Text, TlsOptions.Parse(Text, null).ToString());
        foreach (var wrong in (string[])["AES", "ECDHE-RSA-AES128-GCM-SHA256", "0x1301", "99999"])
        {
            var error = Assert.Throws<ParameterException>(() => TlsOptions.Parse($"ciphersuites={wrong}", null));
            Assert.Contains("TLS_AES_128_GCM_SHA256", error.Message, StringComparison.Ordinal);
        }
    }
}
