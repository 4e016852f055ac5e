using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using FsmKit.Net;
using FsmKit.Net.Tests;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;

namespace FsmKit.AspNetCore.Tests;

[Topic("HTTPS")]
public sealed class SecureTests : IDisposable
{
    private readonly TestPki _pki = new();

    private static CancellationToken Stopped => TestContext.Current.CancellationToken;

    public void Dispose() => _pki.Dispose();

    [Theory, EveryServer]
    public async Task A_client_certificate_reaches_the_application(ServerKind kind)
    {
        await using var app = await Start(kind, static context =>
        {
            var handshake = context.Features.GetRequiredFeature<ITlsHandshakeFeature>();
            return $"{context.Request.Scheme} {context.Request.IsHttps} {context.Connection.ClientCertificate?.Subject} {handshake.Protocol}";
        });
        using var client = Client(app, _pki.Issue("client.example"));
        Assert.Equal("https True CN=client.example Tls13", await client.GetStringAsync("/", Stopped));
        Assert.Equal("https True CN=client.example Tls13", await client.GetStringAsync("/", Stopped));
    }

    [Theory, EveryServer]
    public async Task Without_a_certificate_there_is_none(ServerKind kind)
    {
        await using var app = await Start(kind, static context => $"{context.Connection.ClientCertificate is null} {context.Features.Get<ITlsConnectionFeature>() is not null}");
        using var client = Client(app, null);
        Assert.Equal("True True", await client.GetStringAsync("/", Stopped));
    }

    [Theory, EveryServer]
    public async Task Large_bodies_in_both_directions(ServerKind kind)
    {
        await using var app = await Start(kind, static _ => "unused");
        using var client = Client(app, null);
        using var body = new PatternContent(3_000_000, hasLength: true);
        using var answer = await client.PostAsync("/echo", body, Stopped);
        Assert.Equal(3_000_000, (await answer.Content.ReadAsByteArrayAsync(Stopped)).Length);
    }

    private Task<RunningApp> Start(ServerKind kind, Func<HttpContext, string> answer)
    {
        var own = _pki.Issue("localhost");
        return RunningApp.Start(
            kind,
            app =>
            {
                app.MapGet("/", answer);
                app.MapPost("/echo", static context => context.Request.Body.CopyToAsync(context.Response.Body));
            },
            builder =>
            {
                builder.WebHost.UseUrls("https://127.0.0.1:0");
                if (kind == ServerKind.Kestrel)
                {
                    builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https =>
                    {
                        https.ServerCertificate = X509Certificate2.CreateFromPemFile(own.CertFile!, own.KeyFile);
                        https.ClientCertificateMode = Microsoft.AspNetCore.Server.Kestrel.Https.ClientCertificateMode.AllowCertificate;
                        https.AllowAnyClientCertificate();
                    }));
                }
            },
            options => options.DefaultTls = new TlsOptions
            {
                CertFile = own.CertFile,
                KeyFile = own.KeyFile,
                CaFile = _pki.CaFile,
                ClientCertificates = FsmKit.Net.ClientCertificateMode.Request,
            });
    }

    private HttpClient Client(RunningApp app, TlsCertificate? certificate)
    {
        var handler = new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { X509Certificate2.CreateFromPem(File.ReadAllText(_pki.CaFile)) },
                    RevocationMode = X509RevocationMode.NoCheck,
                },
                ClientCertificates = certificate is null ? [] : [X509Certificate2.CreateFromPemFile(certificate.CertFile!, certificate.KeyFile)],
            },
        };
        return new HttpClient(handler) { BaseAddress = new UriBuilder(app.Address) { Host = "localhost" }.Uri, DefaultRequestVersion = HttpVersion.Version11 };
    }
}
