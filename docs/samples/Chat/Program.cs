// A chat server: the first line of a connection is a name, each further one goes to all clients. Try it with two of `nc 127.0.0.1 PORT`.
using System.Runtime.InteropServices;
using ChatSample;
using FsmKit;
using Microsoft.Extensions.Logging;

if (Arguments.Read(args) is not { } arguments)
{
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

using var app = new GAplic("chat", new GAplicOptions { Logger = new TextLogger(Console.Error, LogLevel.Warning) });
using var stop = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    Console.WriteLine($"listening on {app.Create<ChatServer>("chat", chat => (chat.Host, chat.Port) = (arguments.Host, arguments.Port)).Address}");
}
catch (GObjException x)
{
    Console.Error.WriteLine(x.Message);
    return 1;
}

app.Run(stop.Token);
return 0;

void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    stop.Cancel();
}
