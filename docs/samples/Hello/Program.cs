// An HTTP server: one gclass, and a loop per --loops, each with a tree of its own.
using System.Net;
using System.Runtime.InteropServices;
using FsmKit;
using FsmKit.Http;
using HelloSample;
using Microsoft.Extensions.Logging;

if (Arguments.Read(args) is not { } arguments)
{
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

var logger = new TextLogger(Console.Error, LogLevel.Warning);
var hellos = new List<HelloApp>();
HttpAccessLog? log;
try
{
    log = arguments.AccessLog is { } file ? HttpAccessLog.ToFile(file, logger: logger) : null;
    var tls = arguments.Tls ? SelfSigned.Make() : null;
    var port = arguments.Port;
    for (var i = 0; i < arguments.Loops; i++)
    {
        var app = new GAplic($"hello{i}", new GAplicOptions { Logger = logger });
        hellos.Add(app.Create<HelloApp>("hello", hello => hello.ConfigureServer = server =>
        {
            server.Host = arguments.Host;
            server.Port = port;
            server.ReusePort = arguments.Loops > 1;
            server.SslOptions = tls;
            server.AccessLog = log;

            // Each request has to name a host. Remove this line behind a load balancer whose probes name none.
            server.Limits = arguments.Strict ? HttpLimits.Strict : new HttpLimits { AcceptEmptyHost = false };
            server.DrainTimeout = TimeSpan.FromSeconds(10);
        }));

        // The first loop learns the port; the others share it.
        port = hellos[0].Address is IPEndPoint address ? address.Port : 0;
    }
}
catch (Exception x) when (x is GObjException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(x.Message);
    return 1;
}

using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
Console.WriteLine($"listening on {hellos[0].Address}");
var threads = hellos.ConvertAll(static hello => new Thread(() => hello.Gaplic.Run()));
threads.ForEach(static thread => thread.Start());
threads.ForEach(static thread => thread.Join());
hellos.ForEach(static hello => hello.Gaplic.Dispose());
log?.Dispose();
return 0;

// Stops in good order: requests that have begun are answered, then the loops end.
void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    hellos.ForEach(static hello => hello.Gaplic.PostCallback(() => hello.Send(new EvStopServing())));
}
