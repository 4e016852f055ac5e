using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FsmKit.Net;

namespace FsmKit.Simulations.Tls;

/// <summary>Options for TLS that are made once. The key is one of RSA: signatures with it are equally long each time, so that a schedule can be repeated.</summary>
internal static class Certificates
{
    private static readonly Lazy<TlsOptions> Made = new(Make);

    /// <summary>The options of servers.</summary>
    public static TlsOptions Server => Made.Value;

    /// <summary>Options of clients, which accept any certificate.</summary>
    public static TlsOptions Client { get; } = new() { DangerousAcceptAnyCertificate = true };

    private static TlsOptions Make()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2999, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return new TlsOptions { Certificates = [new TlsCertificate { Certificate = certificate }] };
    }
}
