// A gateway for devices: many TCP connections, and a machine for each device. Try it with `nc 127.0.0.1 PORT`, then `hello kitchen` and `t 18.5`.
using FsmKit.Hosting;
using GatewaySample;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

var builder = Host.CreateApplicationBuilder(args);
builder.Configuration["FsmKit:devices:gateway:Port"] = builder.Configuration["port"] ?? "0";
if (builder.Configuration["cert"] is { } certificate)
{
    builder.Configuration["FsmKit:devices:gateway:Tls"] = $"CertFile={certificate};KeyFile={builder.Configuration["key"]}";
}

// The first line of the output says where the program listens, so the log goes to the other stream.
builder.Logging.ClearProviders().AddConsole(static console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
builder.Services.AddFsmKit(static fsm => fsm.AddLoop("devices", static loop =>
{
    loop.Create<Gateway>("gateway");
    loop.Setup(static (gaplic, _) => Console.WriteLine($"listening on {((Gateway)gaplic["gateway"]).Address}"));
}));
builder.Services.AddHealthChecks().AddFsmKit();

try
{
    await builder.Build().RunAsync();
    return 0;
}
catch (FsmKitLoopException x)
{
    Console.Error.WriteLine(x.Message);
    return 1;
}
