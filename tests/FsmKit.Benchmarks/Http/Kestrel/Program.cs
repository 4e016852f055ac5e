// usage: KestrelHttp [--port PORT] [--tls]    the routes of the measured servers on loopback; port 0 takes a free one, which it prints
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FsmKit.Benchmarks.KestrelHttp;

var at = Array.IndexOf(args, "--port");
var port = at < 0 ? 0 : int.Parse(args[at + 1]);

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen =>
{
    listen.Protocols = Microsoft.AspNetCore.Server.Kestrel.Core.HttpProtocols.Http1;
    if (args.Contains("--tls"))
    {
        listen.UseHttps(SelfSigned());
    }
}));

var app = builder.Build();
app.Run(Routes.Answer);
await app.StartAsync();
Console.WriteLine($"listening on {new Uri(app.Urls.Single()).Authority}");
await app.WaitForShutdownAsync();

static X509Certificate2 SelfSigned()
{
    using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    var now = DateTimeOffset.UtcNow;
    return new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
}
