using FsmKit.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FsmKit.Hosting.Tests.Docs;

/// <summary>Checks that the examples of docs/hosting.md are code of these tests, and work as the guide says.</summary>
public class GuideTests
{
    [Fact]
    public void Every_example_of_the_guide_is_code_of_these_tests()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "tests/FsmKit.Hosting.Tests/Docs"), "*.cs").Select(static file => Joined(File.ReadLines(file))).ToList();
        var guide = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs/hosting.md"));
        var examples = guide.Split("```csharp\n").Skip(1).Select(static rest => rest[..rest.IndexOf("```", StringComparison.Ordinal)]).ToList();

        Assert.Equal(5, examples.Count);
        Assert.All(examples, example => Assert.Contains(sources, source => source.Contains(Joined(example.Split('\n')), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_bakery_bakes()
    {
        string[] args = ["--FsmKit:kitchen:oven:Temperature=200"];
        var builder = Host.CreateApplicationBuilder(args);
        builder.Services.AddFsmKit(fsm => fsm
            .AddLoop("kitchen", loop => loop.Create<Oven>("oven")));
        builder.Services.AddHealthChecks().AddFsmKit();
        var host = builder.Build();

        using var log = new KeptLog();
        host.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        await host.StartAsync(TestHost.Cancellation);
        var orders = ActivatorUtilities.CreateInstance<Orders>(host.Services);
        orders.Order("bread");
        await log.CameAsync("bread bakes at 200 °C");
        Assert.InRange(await orders.CountAsync(), 0, 1);
        var health = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestHost.Cancellation);
        Assert.Equal("Running", health.Entries["fsmkit"].Data["kitchen.status"]);
        await host.StopAsync(TestHost.Cancellation);
        await ((IAsyncDisposable)host).DisposeAsync();
    }

    [Fact]
    public async Task A_server_is_drained_by_its_own_events()
    {
        var drained = false;
        var host = await TestHost.StartAsync(fsm => fsm.AddLoop("kitchen", loop =>
        {
            loop.Create<GHttpServer>("web").DrainWith<EvStopServing, EvHttpServerStopped>();
            loop.Create<Oven>("oven").DrainWith((oven, cancellation) => Task.Delay(10, cancellation));
            loop.Setup((gaplic, _) => ((GHttpServer)gaplic["web"]).Subscribe((GObj _, in EvHttpServerStopped _) => drained = true));
        }));

        await host.StopAsync();
        Assert.True(drained);
        await host.DisposeAsync();
    }

    [Fact]
    public void OpenTelemetry_takes_the_instrumentation()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics.AddFsmKitInstrumentation())
            .WithTracing(tracing => tracing.AddFsmKitInstrumentation());
        using var host = builder.Build();
        Assert.NotNull(host.Services.GetRequiredService<OpenTelemetry.Metrics.MeterProvider>());
    }

    private static string Joined(IEnumerable<string> lines) => string.Join('\n', lines.Select(static line => line.Trim())).Trim();
}
