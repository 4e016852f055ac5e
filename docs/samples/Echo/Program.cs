// An echo server: one gclass, and a loop per --loops, each with a tree of its own.
using System.Net;
using System.Runtime.InteropServices;
using EchoSample;
using FsmKit;
using Microsoft.Extensions.Logging;

if (!TryReadArguments(args, out var host, out var port, out var loops))
{
    Console.Error.WriteLine("usage: Echo [--host HOST] [--port PORT] [--loops N]      PORT 0 (the default) takes a free one");
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
            echo.Host = host;
            echo.Port = port;
            echo.SharesPort = loops > 1;
        });
        port = server.Address is IPEndPoint address ? address.Port : 0;
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

static bool TryReadArguments(string[] args, out string host, out int port, out int loops)
{
    (host, port, loops) = ("127.0.0.1", 0, 1);
    for (var i = 0; i < args.Length; i += 2)
    {
        var value = i + 1 < args.Length ? args[i + 1] : "";
        var isGood = args[i] switch
        {
            "--host" => (host = value).Length > 0,
            "--port" => int.TryParse(value, out port) && port is >= 0 and <= 65535,
            "--loops" => int.TryParse(value, out loops) && loops is >= 1 and <= 64,
            _ => false,
        };
        if (!isGood)
        {
            return false;
        }
    }

    return true;
}
