using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FsmKit.Net;

namespace HelloSample;

/// <summary>Self-signed certificate, for trials on the own machine.</summary>
public static class SelfSigned
{
    /// <summary>Makes a certificate for <c>localhost</c>.</summary>
    public static TlsOptions Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = DateTimeOffset.UtcNow;
        return new TlsOptions
        {
            ApplicationProtocols = [SslApplicationProtocol.Http11, new SslApplicationProtocol("http/1.0")],
            Certificates = [new TlsCertificate { Certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30)) }],
        };
    }
}
