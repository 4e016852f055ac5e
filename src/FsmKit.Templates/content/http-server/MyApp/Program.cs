using System.Runtime.InteropServices;
using FsmKit;
using FsmKit.Http;
using Microsoft.Extensions.Logging;
using MyApp;

using var app = new GAplic("app", new GAplicOptions { Logger = new TextLogger(Console.Error, LogLevel.Warning) });
var hello = app.Create<HelloApp>("hello", hello => hello.Port = args is ["--port", var port] ? int.Parse(port) : 8080);
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
Console.WriteLine($"listening on {hello.Address}");
app.Run();

void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    app.PostCallback(() => hello.Send(new EvStopServing()));
}
