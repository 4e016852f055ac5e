using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Xunit;

namespace FsmKit.Hosting.Tests;

public class InstrumentationTests
{
    [Fact]
    public async Task One_call_each_gives_the_metrics_and_the_spans()
    {
        List<Metric> metrics = [];
        List<Activity> spans = [];
        using var meters = Sdk.CreateMeterProviderBuilder().AddFsmKitInstrumentation().AddInMemoryExporter(metrics).Build();
        using var tracers = Sdk.CreateTracerProviderBuilder().AddFsmKitInstrumentation().AddInMemoryExporter(spans).Build();
        await using var host = await TestHost.StartAsync(
            static fsm => fsm.AddLoop("one", static loop => loop.Create<Shop>("shop")),
            static builder => builder.Services.AddSingleton<IStock, Stock>());
        host.Loops[0].Post("shop", new EvSell(1));
        await host.Loops[0].InvokeAsync(static () => { }, TestHost.Cancellation);

        meters.ForceFlush();
        tracers.ForceFlush();
        Assert.Contains("fsmkit.machine.transitions", metrics.Select(static metric => metric.Name));
        Assert.Contains("Shop EvSell", spans.ToArray().Select(static span => span.DisplayName));
    }
}
