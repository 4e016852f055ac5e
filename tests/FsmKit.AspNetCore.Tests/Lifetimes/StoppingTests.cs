using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;

namespace FsmKit.AspNetCore.Tests;

[Topic("Stopping")]
public class StoppingTests
{
    private static CancellationToken Stopped => TestContext.Current.CancellationToken;

    [Theory, EveryServer]
    public async Task Requests_that_have_begun_are_completed(ServerKind kind)
    {
        var (entered, mayEnd) = (new TaskCompletionSource(), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await using var app = await RunningApp.Start(kind, app => app.MapGet("/", async () =>
        {
            entered.SetResult();
            await mayEnd.Task;
            return "completed";
        }));
        var answer = app.Client.GetStringAsync("/", Stopped);
        await entered.Task;
        var isStopping = app.App.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var stop = app.App.StopAsync(Stopped);
        Assert.True(isStopping.IsCancellationRequested);
        Assert.False(stop.IsCompleted);
        mayEnd.SetResult();
        Assert.Equal("completed", await answer);
        await stop;
        await Assert.ThrowsAsync<HttpRequestException>(() => app.Client.GetStringAsync("/", Stopped));
    }

    [Theory, EveryServer]
    public async Task After_the_deadline_requests_are_aborted(ServerKind kind)
    {
        var (entered, left) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var app = await RunningApp.Start(
            kind,
            app => app.MapGet("/", async (HttpContext context) =>
            {
                entered.SetResult();
                try
                {
                    await Task.Delay(Timeout.Infinite, context.RequestAborted);
                }
                finally
                {
                    left.SetResult();
                }
            }),
            static builder => builder.WebHost.UseShutdownTimeout(TimeSpan.FromMilliseconds(50)));
        var answer = app.Client.GetStringAsync("/", Stopped);
        await entered.Task;
        await app.App.StopAsync(Stopped);
        await Assert.ThrowsAsync<HttpRequestException>(() => answer);
        await left.Task;
    }

    [Theory, EveryServer]
    public async Task Idle_connections_do_not_hold_the_stop_up(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, static app => app.MapGet("/", static () => "served"));
        using var wire = await Wire.Connect(app.Address);
        await wire.Send("GET / HTTP/1.1\nHost: a\n\n");
        await wire.ReceiveUntil("served");
        await app.App.StopAsync(Stopped);
        Assert.DoesNotContain("served", await wire.ReceiveAll(), StringComparison.Ordinal);
    }

    [Theory, EveryServer]
    public async Task An_application_that_is_disposed_without_a_stop_closes_its_connections(ServerKind kind)
    {
        var app = await RunningApp.Start(kind, static app => app.MapGet("/", static () => "served"));
        using var wire = await Wire.Connect(app.Address);
        await wire.Send("GET / HTTP/1.1\nHost: a\n\n");
        await wire.ReceiveUntil("served");
        await app.DisposeAsync();
        Assert.DoesNotContain("served", await wire.ReceiveAll(), StringComparison.Ordinal);
    }
}
