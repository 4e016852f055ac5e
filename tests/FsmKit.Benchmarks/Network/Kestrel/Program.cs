// usage: Kestrel [CERTIFICATE KEY]      an echo server on a free loopback port that it prints; with the two PEM files it speaks TLS
using System.Net;
using System.Security.Cryptography.X509Certificates;
using FsmKit.Benchmarks.Kestrel;
using Microsoft.AspNetCore.Connections;

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
{
    if (args is [var certificate, var key])
    {
        listen.UseHttps(X509Certificate2.CreateFromPemFile(certificate, key));
    }

    listen.UseConnectionHandler<Echo>();
}));

var app = builder.Build();
await app.StartAsync();
Console.WriteLine($"listening on {new Uri(app.Urls.Single()).Authority}");
await app.WaitForShutdownAsync();
