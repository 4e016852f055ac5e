// usage: AspNetApplication --on kestrel|transport|pool|loop [--minimal] [--port PORT] [--tls] [--loops N]
// An ASP.NET Core application on loopback; port 0, the default, takes a free one, which the program prints. The servers:
//   kestrel      Kestrel
//   transport    Kestrel with FsmKit's sockets
//   pool, loop   FsmKit's server; a request begins on the thread pool, or on its loop
// Without `--minimal` the application is one RequestDelegate; with it, a minimal API with routing.
using System.Net;
using FsmKit.AspNetCore;
using FsmKit.Benchmarks.AspNetApplication;
using HelloSample;
using Microsoft.AspNetCore.Server.Kestrel.Core;

var (on, port, loops) = (Argument("--on") ?? "kestrel", int.Parse(Argument("--port") ?? "0"), int.Parse(Argument("--loops") ?? "1"));
var tls = args.Contains("--tls") ? SelfSigned.Make() : null;

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
switch (on)
{
    case "kestrel" or "transport":
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            if (tls is not null)
            {
                listen.UseHttps(tls.Certificates[0].Certificate!);
            }
        }));
        if (on == "transport")
        {
            builder.WebHost.UseFsmKitTransport(transport => transport.Loops = loops);
        }

        break;
    case "pool" or "loop":
        builder.WebHost.UseFsmKit(options =>
        {
            options.Listen(new IPEndPoint(IPAddress.Loopback, port), tls);
            options.Handlers = on == "loop" ? ApplicationThread.Loop : ApplicationThread.ThreadPool;
            options.Loops = loops;
        });
        break;
    default:
        Console.Error.WriteLine($"'{on}' is no server: kestrel, transport, pool or loop.");
        return 2;
}

builder.Services.ConfigureHttpJsonOptions(static json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, Json.Default));
var app = builder.Build();
if (args.Contains("--minimal"))
{
    MinimalApi.Map(app);
}
else
{
    app.Run(Routes.Answer);
}

await app.StartAsync();
Console.WriteLine($"listening on {new Uri(app.Urls.Single()).Authority}");
await app.WaitForShutdownAsync();
return 0;

string? Argument(string name) => Array.IndexOf(args, name) is >= 0 and var at ? args[at + 1] : null;
