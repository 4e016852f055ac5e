// A vending machine with a front on the web: two gclasses that are all of its behaviour, and a third one for the front.
using System.Runtime.InteropServices;
using FsmKit;
using Microsoft.Extensions.Logging;
using VendingSample;

if (args is ["--table"])
{
    Console.Write(MachineDescription.Of<VendingMachine>().ToMarkdown());
    return 0;
}

var port = 0;
if (args is not ([] or ["--port", _]) || (args.Length == 2 && !(int.TryParse(args[1], out port) && port is >= 0 and <= 65535)))
{
    Console.Error.WriteLine("usage: Vending [--port PORT] | --table\nPORT 0, the default, takes a free one; --table prints the table and the diagram");
    return 2;
}

using var app = new GAplic("shop", new GAplicOptions { Logger = new TextLogger(Console.Error, LogLevel.Warning) });
using var stop = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    Console.WriteLine($"listening on {app.Create<Panel>("panel", panel => panel.Port = port).Address}");
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
