using System.Runtime.InteropServices;
using FsmKit;
using Microsoft.Extensions.Logging;
using MyApp;

using var app = new GAplic("app", new GAplicOptions { Logger = new TextLogger(Console.Error, LogLevel.Warning) });
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
Console.WriteLine($"listening on {GreeterServer.Listen(app, args is ["--port", var port] ? int.Parse(port) : 7000)}");
app.Run();

void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    app.Stop();
}
