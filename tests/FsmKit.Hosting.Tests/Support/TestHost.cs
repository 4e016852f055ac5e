using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FsmKit.Hosting.Tests;

/// <summary>A real host with loops, and its log.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    public TestHost(Action<FsmKitBuilder> loops, Action<HostApplicationBuilder>? more = null)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddProvider(Log).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddFsmKit(loops);
        more?.Invoke(builder);
        App = builder.Build();
    }

    public IHost App { get; }

    public KeptLog Log { get; } = new();

    public FsmKitLoops Loops => App.Services.GetRequiredService<FsmKitLoops>();

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<TestHost> StartAsync(Action<FsmKitBuilder> loops, Action<HostApplicationBuilder>? more = null)
    {
        var host = new TestHost(loops, more);
        await host.App.StartAsync(Cancellation);
        return host;
    }

    public Task StopAsync() => App.StopAsync(Cancellation);

    public ValueTask DisposeAsync() => ((IAsyncDisposable)App).DisposeAsync();
}
