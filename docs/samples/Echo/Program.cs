// An echo server: one gclass, and a loop per --loops, each with a tree of its own. With a certificate it speaks TLS.
using System.Net;
using System.Runtime.InteropServices;
using EchoSample;
using FsmKit;
using FsmKit.Net;
using Microsoft.Extensions.Logging;

if (!TryReadArguments(args, out var port, out var loops, out var tls))
{
    Console.Error.WriteLine("usage: Echo [--port PORT] [--loops N] [--cert FILE [--key FILE]]");
    Console.Error.WriteLine("PORT 0 (the default) takes a free one; the files are PEM, and the key may be in the certificate's");
    return 2;
}

var apps = new List<GAplic>();
using var stop = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    // The first loop learns the port; the others share it.
    for (var i = 0; i < loops; i++)
    {
        var app = new GAplic($"echo{i}", new GAplicOptions { Logger = new TextLogger(Console.Error, LogLevel.Warning) });
        apps.Add(app);
        var server = app.Create<EchoServer>("echo", echo =>
        {
            echo.Port = port;
            echo.SharesPort = loops > 1;
            echo.SslOptions = tls;
        });
        port = ((IPEndPoint)server.Address!).Port;
        if (i == 0)
        {
            Console.WriteLine($"listening on {server.Address}");
        }
    }
}
catch (GObjException x)
{
    Console.Error.WriteLine(x.Message);
    return 1;
}

var others = apps.Skip(1).Select(app => new Thread(() => app.Run(stop.Token))).ToList();
others.ForEach(static thread => thread.Start());
apps[0].Run(stop.Token);
others.ForEach(static thread => thread.Join());
apps.ForEach(static app => app.Dispose());
return 0;

void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    stop.Cancel();
}

static bool TryReadArguments(string[] args, out int port, out int loops, out TlsOptions? tls)
{
    string? certificate = null, key = null;
    (port, loops, tls) = (0, 1, null);
    for (var i = 0; i < args.Length; i += 2)
    {
        var value = i + 1 < args.Length ? args[i + 1] : "";
        var isGood = args[i] switch
        {
            "--port" => int.TryParse(value, out port) && port is >= 0 and <= 65535,
            "--loops" => int.TryParse(value, out loops) && loops is >= 1 and <= 64,
            "--cert" => (certificate = value).Length > 0,
            "--key" => (key = value).Length > 0,
            _ => false,
        };
        if (!isGood)
        {
            return false;
        }
    }

    tls = certificate is null ? null : new TlsOptions { CertFile = certificate, KeyFile = key };
    return certificate is not null || key is null;
}
