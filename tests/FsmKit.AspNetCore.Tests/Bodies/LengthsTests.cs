using System.Net;

namespace FsmKit.AspNetCore.Tests;

[Topic("Bodies and lengths of responses")]
public class LengthsTests
{
    private static CancellationToken Stopped => TestContext.Current.CancellationToken;

    [Fact]
    public Task Answers_to_HEAD() => Twin.Compare(
        static app =>
        {
            app.MapMethods("/text", ["HEAD", "GET"], static (HttpContext context) => context.Response.WriteAsync("hello"));
            app.MapMethods("/length", ["HEAD", "GET"], static (HttpContext context) =>
            {
                context.Response.ContentLength = 1234;
                return Task.CompletedTask;
            });
            app.MapMethods("/flushed", ["HEAD", "GET"], static async (HttpContext context) =>
            {
                await context.Response.WriteAsync("a");
                await context.Response.Body.FlushAsync();
                await context.Response.WriteAsync("b");
            });
        },
        static async talk =>
        {
            Assert.Equal(("", HttpStatusCode.OK), await TextAndStatus(talk.Head("/text")));
            Assert.Equal(1234, (await talk.Head("/length")).Length);
            Assert.Equal(("", HttpStatusCode.OK), await TextAndStatus(talk.Head("/flushed")));
            Assert.Equal("hello", (await talk.Get("/text")).Text);
        });

    [Fact]
    public Task Statuses_without_a_body() => Twin.Compare(
        static app => app.MapGet("/{status:int}", static async (int status, HttpContext context) =>
        {
            context.Response.StatusCode = status;
            try
            {
                await context.Response.WriteAsync("x");
            }
            catch (InvalidOperationException)
            {
                // Such a status has no body.
            }
        }),
        static async talk =>
        {
            Assert.Equal(("", HttpStatusCode.NoContent), await TextAndStatus(talk.Get("/204")));
            Assert.Equal(("", HttpStatusCode.NotModified), await TextAndStatus(talk.Get("/304")));
            Assert.Equal(("", HttpStatusCode.ResetContent), await TextAndStatus(talk.Get("/205")));
            Assert.Equal("x", (await talk.Get("/599")).Text);
        });

    [Theory, EveryServer]
    public async Task More_than_the_announced_length_throws_and_is_not_sent(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, static app => app.MapGet("/", static async (HttpContext context) =>
        {
            context.Response.ContentLength = 4;
            await Assert.ThrowsAsync<InvalidOperationException>(() => context.Response.WriteAsync("too long", context.RequestAborted));
            await context.Response.WriteAsync("four");
        }));
        Assert.Equal("four", await app.Client.GetStringAsync("/", Stopped));
    }

    [Theory, EveryServer]
    public async Task Less_than_the_announced_length_breaks_the_connection(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, static app => app.MapGet("/", static async (HttpContext context) =>
        {
            context.Response.ContentLength = 10;
            await context.Response.WriteAsync("short");
        }));
        await Assert.ThrowsAsync<HttpRequestException>(() => app.Client.GetStringAsync("/", Stopped));
        Assert.Contains(app.Log.Lines, static line => line.Contains("Content-Length mismatch", StringComparison.Ordinal));
    }

    [Theory, EveryServer]
    public async Task Nothing_of_the_announced_length_is_an_error(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, static app => app.MapGet("/", static (HttpContext context) =>
        {
            context.Response.ContentLength = 10;
            return Task.CompletedTask;
        }));
        using var response = await app.Client.GetAsync("/", Stopped);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    [Theory, EveryServer]
    public async Task A_request_body_that_ends_early_is_a_bad_request(ServerKind kind)
    {
        var caught = new TaskCompletionSource<Exception>();
        await using var app = await RunningApp.Start(kind, app => app.MapPost("/", async (HttpContext context) =>
        {
            try
            {
                await context.Request.Body.CopyToAsync(Stream.Null);
                caught.SetException(new InvalidOperationException("The body ended well."));
            }
            catch (Exception x)
            {
                caught.SetResult(x);
            }
        }));
        using var wire = await Wire.Connect(app.Address);
        await wire.Send("POST / HTTP/1.1\nHost: a\nContent-Length: 10\n\nshort");
        wire.EndInput();
        Assert.Equal(StatusCodes.Status400BadRequest, Assert.IsAssignableFrom<BadHttpRequestException>(await caught.Task).StatusCode);
    }

    [Fact]
    public Task CompleteAsync_ends_the_response_before_the_application_ends() => Twin.Compare(
        static app => app.MapGet("/", static async (HttpContext context) =>
        {
            await context.Response.WriteAsync("all");
            await context.Response.CompleteAsync();
            await context.Response.CompleteAsync();
        }),
        static async talk => Assert.Equal("all", (await talk.Get("/")).Text));

    [Theory, EveryServer]
    public async Task Writes_after_the_end_change_nothing(ServerKind kind)
    {
        HttpResponse? kept = null;
        var hasFailed = new TaskCompletionSource<Exception?>();
        await using var app = await RunningApp.Start(kind, app =>
        {
            app.MapGet("/", async (HttpContext context) =>
            {
                await context.Response.WriteAsync("all");
                await context.Response.CompleteAsync();
                hasFailed.SetResult(await Record.ExceptionAsync(() => context.Response.WriteAsync(" more", context.RequestAborted)));
                kept = context.Response;
            });
            app.MapGet("/next", static () => "next");
        });
        Assert.Equal("all", await app.Client.GetStringAsync("/", Stopped));
        Assert.True(await hasFailed.Task is null or InvalidOperationException);
        Assert.Equal("next", await app.Client.GetStringAsync("/next", Stopped));
        Assert.NotNull(kept);
        Assert.Equal("next", await app.Client.GetStringAsync("/next", Stopped));
    }

    private static async Task<(string Text, HttpStatusCode Status)> TextAndStatus(Task<Answer> answer) => await answer is var said ? (said.Text, said.Status) : default;
}
