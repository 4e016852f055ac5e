namespace FsmKit.AspNetCore.Tests;

[Topic("Callbacks of a response")]
public class CallbacksTests
{
    [Fact]
    public async Task OnStarting_and_OnCompleted_run_last_first()
    {
        var order = new List<string>();
        var completed = new SemaphoreSlim(0);
        await Twin.Compare(
            app => app.MapGet("/{flushes:bool}", async (bool flushes, HttpContext context) =>
            {
                order.Clear();
                foreach (var i in (int[])[1, 2])
                {
                    context.Response.OnStarting(() =>
                    {
                        order.Add($"starting {i}");
                        context.Response.Headers[$"X-Late-{i}"] = "yes";
                        return Task.CompletedTask;
                    });
                    context.Response.OnCompleted(async () =>
                    {
                        await Task.Yield();
                        order.Add($"completed {i} {context.Response.HasStarted} {context.Response.StatusCode}");
                        if (i == 1)
                        {
                            completed.Release();
                        }
                    });
                }

                order.Add($"started {context.Response.HasStarted}");
                if (flushes)
                {
                    await context.Response.WriteAsync("body");
                    await context.Response.Body.FlushAsync();
                }

                order.Add($"started {context.Response.HasStarted}");
            }),
            async talk =>
            {
                foreach (var path in (string[])["/false", "/true"])
                {
                    Assert.Equal("yes", (await talk.Get(path))["X-Late-1"]);
                    await completed.WaitAsync(TestContext.Current.CancellationToken);
                    Assert.Equal(6, order.Count);
                    talk.Note(string.Join(", ", order));
                }
            });
    }

    [Fact]
    public Task A_failure_of_OnStarting_is_an_error_of_the_request() => Twin.Compare(
        static app => app.MapGet("/{flushes:bool}", static async (bool flushes, HttpContext context) =>
        {
            context.Response.OnStarting(static () => throw new InvalidOperationException("on purpose"));
            if (flushes)
            {
                await context.Response.WriteAsync("body");
            }
        }),
        static async talk =>
        {
            Assert.Equal(500, (int)(await talk.Get("/false")).Status);
            Assert.Equal(500, (int)(await talk.Get("/true")).Status);
        });

    [Theory, EveryServer]
    public async Task OnCompleted_runs_after_a_failure_too(ServerKind kind)
    {
        var isCompleted = new TaskCompletionSource();
        await using var app = await RunningApp.Start(kind, app => app.MapGet("/", (HttpContext context) =>
        {
            context.Response.OnCompleted(() =>
            {
                isCompleted.SetResult();
                return Task.CompletedTask;
            });
            throw new InvalidOperationException("on purpose");
        }));
        using var response = await app.Client.GetAsync("/", TestContext.Current.CancellationToken);
        Assert.Equal(500, (int)response.StatusCode);
        await isCompleted.Task;
    }

    [Fact]
    public Task Nothing_can_be_set_once_the_response_has_started() => Twin.Compare(
        static app => app.MapGet("/", static async (HttpContext context) =>
        {
            await context.Response.WriteAsync("a");
            await context.Response.Body.FlushAsync();
            var failures = new[]
            {
                Record.Exception(() => context.Response.StatusCode = 201),
                Record.Exception(() => context.Response.Headers["X"] = "1"),
                Record.Exception(() => context.Response.OnStarting(static () => Task.CompletedTask)),
                Record.Exception(() => context.Response.ContentType = "text/html"),
            };
            await context.Response.WriteAsync(string.Join(' ', failures.Select(static failure => failure?.GetType().Name ?? "none")));
        }),
        static async talk => Assert.Equal("a" + string.Join(' ', Enumerable.Repeat("InvalidOperationException", 4)), (await talk.Get("/")).Text));
}
