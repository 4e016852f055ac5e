// An echo server: one gclass, and a loop per --loops, each with a tree of its own.
using System.Net;
using System.Runtime.InteropServices;
using EchoSample;
using FsmKit;
using Microsoft.Extensions.Logging;

if (Arguments.Read(args) is not { } arguments)
{
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

var apps = new List<GAplic>();
using var stop = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    // The first loop learns the port; the others share it.
    var port = arguments.Port;
    for (var i = 0; i < arguments.Loops; i++)
    {
        var app = new GAplic($"echo{i}", new GAplicOptions { Logger = new TextLogger(Console.Error, LogLevel.Warning) });
        apps.Add(app);
        var server = app.Create<EchoServer>("echo", echo =>
        {
            echo.Host = arguments.Host;
            echo.Port = port;
            echo.SharesPort = arguments.Loops > 1;
            echo.SslOptions = arguments.Tls;
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
