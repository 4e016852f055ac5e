using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Xunit;

namespace FsmKit.Hosting.Tests;

public class HealthTests
{
    private static Task<TestHost> StartAsync(
        Action<FsmKitHealthOptions>? configure = null, HealthStatus? failure = null, TimeSpan stall = default) => TestHost.StartAsync(
        fsm => fsm.AddLoop("one", loop =>
        {
            loop.CrashesOn = static x => x is NotSupportedException;
            loop.OnCrash = CrashAction.Restart;
            loop.RestartDelay = TimeSpan.Zero;
            loop.Create<Shop>("shop");
            loop.Configure(options => (options.PostCapacity, options.StallThreshold) = (10, stall));
        }),
        builder => builder.Services.AddSingleton<IStock, Stock>().AddHealthChecks().AddFsmKit(
            "loops",
            options =>
            {
                // No test depends on the speed of the machine.
                options.AnswerTimeout = TimeSpan.FromMinutes(1);
                configure?.Invoke(options);
            },
            failure));

    private static async Task<HealthReportEntry> CheckAsync(TestHost host) =>
        (await host.App.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestHost.Cancellation)).Entries["loops"];

    [Fact]
    public async Task A_loop_that_answers_is_healthy_and_its_figures_are_told()
    {
        await using var host = await StartAsync();
        var entry = await CheckAsync(host);

        Assert.Equal((HealthStatus.Healthy, "All loops answer."), (entry.Status, entry.Description));
        Assert.Equal(("Running", 0, 10, 0, 0), (entry.Data["one.status"], entry.Data["one.queue"], entry.Data["one.capacity"], entry.Data["one.stalls"], entry.Data["one.faults"]));
        Assert.InRange((double)entry.Data["one.answer_ms"], 0, 60_000);
    }

    [Fact]
    public async Task Faults_degrade_until_the_next_check()
    {
        await using var host = await StartAsync();
        var loop = host.Loops[0];
        loop.Post("shop", new EvFail());
        await loop.InvokeAsync(static () => { }, TestHost.Cancellation);

        var entry = await CheckAsync(host);
        Assert.Equal((HealthStatus.Degraded, "Loop 'one' has had 1 faults since the last check."), (entry.Status, entry.Description));
        Assert.Equal(1, entry.Data["one.faults"]);
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(host)).Status);
    }

    [Fact]
    public async Task Faults_beyond_a_limit_are_unhealthy()
    {
        await using var host = await StartAsync(static options => options.UnhealthyFaults = 2);
        var loop = host.Loops[0];
        loop.Post("shop", new EvFail());
        loop.Post("shop", new EvFail());
        await loop.InvokeAsync(static () => { }, TestHost.Cancellation);

        Assert.Equal(HealthStatus.Unhealthy, (await CheckAsync(host)).Status);
    }

    [Theory]
    [InlineData(0, HealthStatus.Degraded)]
    [InlineData(1, HealthStatus.Unhealthy)]
    public async Task Stalls_count_until_the_next_check(int unhealthy, HealthStatus expected)
    {
        // Whether the watcher has seen further stalls meanwhile depends on the machine: the loop answers again before the checks.
        await using var host = await StartAsync(options => options.UnhealthyStalls = unhealthy, stall: TimeSpan.FromMilliseconds(50));
        await host.Loops[0].InvokeAsync(() => SpinWait.SpinUntil(() => host.Loops[0].Gaplic!.Stalls > 0, TimeSpan.FromMinutes(1)), TestHost.Cancellation);
        var entry = await CheckAsync(host);

        Assert.Equal(expected, entry.Status);
        Assert.Contains("stalls since the last check", entry.Description, StringComparison.Ordinal);
        Assert.InRange((int)entry.Data["one.stalls"], 1, int.MaxValue);
        Assert.InRange((double)entry.Data["one.longest_stall_ms"], 1, double.MaxValue);
    }

    [Fact]
    public async Task A_loop_that_does_not_answer_is_unhealthy_and_so_is_one_whose_queue_is_full()
    {
        FsmKitHealthOptions? limits = null;
        await using var host = await StartAsync(options => (limits = options).AnswerTimeout = TimeSpan.FromMilliseconds(20));
        using var busy = new ManualResetEventSlim();
        var isBusy = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var waiting = host.Loops[0].InvokeAsync(
            () =>
            {
                isBusy.SetResult();
                busy.Wait(TestHost.Cancellation);
            },
            TestHost.Cancellation);
        await isBusy.Task;
        var entry = await CheckAsync(host);
        Assert.Equal((HealthStatus.Unhealthy, "Loop 'one' has not answered within 0.02 s."), (entry.Status, entry.Description));

        for (var i = 0; i < 5; i++)
        {
            host.Loops[0].Post("shop", new EvSell(1));
        }

        Assert.Contains("has 5 events waiting, of 10 at most", (await CheckAsync(host)).Description, StringComparison.Ordinal);
        busy.Set();
        await waiting;
        limits!.AnswerTimeout = TimeSpan.FromMinutes(1);
        await host.Loops[0].InvokeAsync(static () => { }, TestHost.Cancellation);
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(host)).Status);
    }

    [Fact]
    public async Task A_restart_degrades_and_a_loop_that_does_not_run_has_the_status_for_failures()
    {
        var host = await StartAsync(failure: HealthStatus.Degraded);
        await CheckAsync(host);
        host.Loops[0].PostCallback(static () => throw new NotSupportedException("on purpose"));
        await host.Log.CameAsync("after restart 1");
        var entry = await CheckAsync(host);
        Assert.Equal((HealthStatus.Degraded, 1), (entry.Status, entry.Data["one.restarts"]));

        await host.StopAsync();
        entry = await CheckAsync(host);
        Assert.Equal((HealthStatus.Degraded, "Loop 'one' does not run: it is Stopped."), (entry.Status, entry.Description));
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Only_the_chosen_loops_are_checked()
    {
        await using var host = await StartAsync(static options => options.Loops.Add("other"));
        Assert.Empty((await CheckAsync(host)).Data);
    }
}
