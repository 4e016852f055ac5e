using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace FsmKit.Net.Tests;

/// <summary>A certificate authority in a directory of its own, and the files of its certificates.</summary>
internal sealed class TestPki : IDisposable
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    // Valid by every clock that looks: the platform's TLS looks at the machine's, the product at the test's.
    private static readonly DateTimeOffset Always = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Forever = new(9999, 12, 31, 0, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("fsmkit-tls-");
    private readonly X509Certificate2 _root;

    public TestPki()
    {
        _root = SelfSigned("CN=FsmKit test root", authority: true);
        CaFile = Write("root.pem", _root.ExportCertificatePem());
    }

    public string CaFile { get; }

    /// <summary>A certificate for hosts (the first one names the files too), valid on every date, or expired on every date.</summary>
    public TlsCertificate Issue(string host, bool expired = false, params string[] otherHosts)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request($"CN={host}", key);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var name in otherHosts.Prepend(host))
        {
            names.AddDnsName(name);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new(ServerAuthentication), new(ClientAuthentication)], false));
        using var certificate = request.Create(_root, Always, expired ? Always.AddDays(1) : Forever, RandomNumberGenerator.GetBytes(12));
        return Write(host.Replace('*', '_'), certificate, key);
    }

    /// <summary>A certificate that no authority has signed.</summary>
    public TlsCertificate IssueSelfSigned(string host)
    {
        using var certificate = SelfSigned($"CN={host}", authority: false);
        using var key = certificate.GetECDsaPrivateKey()!;
        return Write("self-" + host, certificate, key);
    }

    public string Write(string name, string text)
    {
        var path = Path.Combine(_directory.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose()
    {
        _root.Dispose();
        _directory.Delete(recursive: true);
    }

    private TlsCertificate Write(string name, X509Certificate2 certificate, ECDsa key) => new()
    {
        CertFile = Write(name + ".pem", certificate.ExportCertificatePem()),
        KeyFile = Write(name + ".key", key.ExportPkcs8PrivateKeyPem()),
    };

    private static X509Certificate2 SelfSigned(string subject, bool authority)
    {
        // Not disposed: the certificate keeps it.
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Request(subject, key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(authority, false, 0, true));
        return request.CreateSelfSigned(Always, Forever);
    }

    private static CertificateRequest Request(string subject, ECDsa key) => new(subject, key, HashAlgorithmName.SHA256);
}
