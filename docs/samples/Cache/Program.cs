// A cache that clients of Redis can use. Try it with `redis-cli -p PORT`.
using System.Runtime.InteropServices;
using CacheSample;
using FsmKit;
using Microsoft.Extensions.Logging;

if (Arguments.Read(args) is not { } arguments)
{
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

using var app = new GAplic("cache", new GAplicOptions { Logger = new TextLogger(Console.Error, LogLevel.Warning) });
using var stop = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    Console.WriteLine($"listening on {app.Create<CacheServer>("cache", Configure).Address}");
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

void Configure(CacheServer cache) => (cache.Host, cache.Port, cache.Password) = (arguments.Host, arguments.Port, arguments.Password ?? "");
