// A host with two loops: a desk that listens, and a ledger that counts. Settings are in appsettings.json; --port PORT is one more.
using FsmKit.Hosting;
using HostedSample;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Configuration["FsmKit:front:desk:Port"] = builder.Configuration["port"] ?? "0";

// The first line of the output says where the program listens, so the log goes to the other stream.
builder.Logging.ClearProviders().AddSimpleConsole().AddConsole(static console => console.LogToStandardErrorThreshold = LogLevel.Trace);

builder.Services.AddFsmKit(static fsm => fsm
    .AddLoop("back", static loop => loop.Create<Ledger>("ledger"))
    .AddLoop("front", static loop =>
    {
        loop.Create<Desk>("desk");
        loop.Setup(static (gaplic, _) => Console.WriteLine($"listening on {((Desk)gaplic["desk"]).Address}"));
    }));

// `--telemetry console` shows the meters and the activities of the loops.
if (builder.Configuration["telemetry"] == "console")
{
    builder.Services.AddOpenTelemetry()
        .WithMetrics(static metrics => metrics.AddFsmKitInstrumentation().AddConsoleExporter())
        .WithTracing(static tracing => tracing.AddFsmKitInstrumentation().AddConsoleExporter());
}

builder.Services.AddHealthChecks().AddFsmKit();
builder.Services.AddSingleton<IHealthCheckPublisher, HealthLog>();
builder.Services.Configure<HealthCheckPublisherOptions>(static health => health.Delay = TimeSpan.FromSeconds(1));

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
