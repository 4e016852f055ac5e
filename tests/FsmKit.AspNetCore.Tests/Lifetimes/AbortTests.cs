namespace FsmKit.AspNetCore.Tests;

[Topic("Aborted requests")]
public class AbortTests
{
    private static CancellationToken Stopped => TestContext.Current.CancellationToken;

    [Theory, EveryServer]
    public async Task Abort_breaks_the_connection_and_cancels_RequestAborted(ServerKind kind)
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var app = await RunningApp.Start(kind, app => app.MapGet("/{flushes:bool}", async (bool flushes, HttpContext context) =>
        {
            context.RequestAborted.Register(cancelled.SetResult);
            if (flushes)
            {
                await context.Response.WriteAsync("the beginning");
                await context.Response.Body.FlushAsync();
            }

            context.Abort();
            await cancelled.Task;
            await context.Response.WriteAsync("nothing");
        }));
        await Assert.ThrowsAsync<HttpRequestException>(() => app.Client.GetStringAsync("/false", Stopped));
        await cancelled.Task;
        cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await Assert.ThrowsAsync<HttpRequestException>(() => app.Client.GetStringAsync("/true", Stopped));
        await cancelled.Task;
    }

    [Theory, EveryServer]
    public async Task RequestAborted_is_cancelled_when_the_client_goes_away(ServerKind kind)
    {
        var (entered, left) = (new TaskCompletionSource(), new TaskCompletionSource<Exception>());
        await using var app = await RunningApp.Start(kind, app => app.MapGet("/", async (HttpContext context) =>
        {
            entered.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            }
            catch (OperationCanceledException x)
            {
                left.SetResult(x);
                throw;
            }
        }));
        using var wire = await Wire.Connect(app.Address);
        await wire.Send("GET / HTTP/1.1\nHost: a\n\n");
        await entered.Task;
        wire.Reset();
        await left.Task;
        Assert.DoesNotContain(app.Log.Lines, static line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Theory, EveryServer]
    public async Task RequestAborted_is_cancelled_when_the_client_closes_its_connection(ServerKind kind)
    {
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var app = await RunningApp.Start(kind, app => app.MapGet("/", async (HttpContext context) =>
        {
            context.Response.ContentLength = 10;
            await context.Response.WriteAsync("some");
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
            left.SetResult();
        }));
        using (var wire = await Wire.Connect(app.Address))
        {
            await wire.Send("GET / HTTP/1.1\nHost: a\n\n");
            await wire.ReceiveUntil("some");
        }

        await left.Task;
        Assert.DoesNotContain(app.Log.Lines, static line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Theory, EveryServer]
    public async Task A_writer_hears_that_its_client_is_gone(ServerKind kind)
    {
        var left = new TaskCompletionSource();
        await using var app = await RunningApp.Start(kind, app => app.MapGet("/", async (HttpContext context) =>
        {
            var part = new byte[100_000];
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(part);
            }

            left.SetResult();
        }));
        using var wire = await Wire.Connect(app.Address);
        await wire.Send("GET / HTTP/1.1\nHost: a\n\n");
        await wire.ReceiveUntil("\n\n");
        wire.Reset();
        await left.Task;
    }

    [Theory, EveryServer]
    public async Task A_reader_hears_that_its_client_is_gone(ServerKind kind)
    {
        var (entered, left) = (new TaskCompletionSource(), new TaskCompletionSource<Exception?>());
        await using var app = await RunningApp.Start(kind, app => app.MapPost("/", async (HttpContext context) =>
        {
            entered.SetResult();
            left.SetResult(await Record.ExceptionAsync(() => context.Request.Body.CopyToAsync(Stream.Null, CancellationToken.None)));
        }));
        using var wire = await Wire.Connect(app.Address);
        await wire.Send("POST / HTTP/1.1\nHost: a\nContent-Length: 100\n\nsome");
        await entered.Task;
        wire.Reset();
        var failure = await left.Task;
        Assert.True(failure is IOException or OperationCanceledException, $"{failure}");
    }
}
