using System.Net;
using Microsoft.AspNetCore.Http.Features;

namespace FsmKit.AspNetCore.Tests;

[Topic("Ends of requests")]
public class EndingsTests
{
    private static CancellationToken Stopped => TestContext.Current.CancellationToken;

    [Theory, EveryServer]
    public async Task Hosting_sees_the_status_of_a_failure_and_499_of_an_aborted_request(ServerKind kind)
    {
        var seen = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var app = await RunningApp.Start(
            kind,
            static app => app.Run(static context =>
            {
                switch (context.Request.Path.Value)
                {
                    case "/fails":
                        throw new InvalidOperationException("on purpose");
                    case "/bad":
                        throw new BadHttpRequestException("on purpose", 413);
                    default:
                        context.Abort();
                        return Task.CompletedTask;
                }
            }),
            builder => builder.Services.AddSingleton<IHttpContextFactory>(services => new Watching(services, status => seen.TrySetResult(status))));
        foreach (var (path, status) in ((string, int)[])[("/fails", 500), ("/bad", 413), ("/aborts", 499)])
        {
            await AssertSeen(path, status);
        }

        async Task AssertSeen(string path, int status)
        {
            seen = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
            using var wire = await Wire.Connect(app.Address);
            await wire.Send($"GET {path} HTTP/1.1\nHost: a\nConnection: close\n\n");
            Assert.Equal(status, await seen.Task.WaitAsync(Stopped));
            var answer = await wire.ReceiveAll();
            Assert.True(status == 499 ? answer is "" or "[reset]" : answer.StartsWith($"HTTP/1.1 {status} ", StringComparison.Ordinal), answer);
        }
    }

    [Theory, EveryServer]
    public async Task A_callback_that_another_one_adds_runs_too(ServerKind kind)
    {
        var inner = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var app = await RunningApp.Start(kind, app => app.MapGet("/", (HttpContext context) =>
        {
            context.Response.OnCompleted(() =>
            {
                context.Response.OnCompleted(() =>
                {
                    inner.SetResult();
                    return Task.CompletedTask;
                });
                return Task.CompletedTask;
            });
            return "done";
        }));
        Assert.Equal("done", await app.Client.GetStringAsync("/", Stopped));
        await inner.Task.WaitAsync(Stopped);
    }

    [Theory, EveryServer]
    public async Task A_body_that_is_too_large_ends_the_connection_although_the_application_answers(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, static app => app.MapPost("/", static async (HttpContext context) =>
        {
            context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = 10;
            try
            {
                await context.Request.Body.ReadExactlyAsync(new byte[1]);
            }
            catch (BadHttpRequestException)
            {
                context.Response.StatusCode = 422;
                context.Response.ContentLength = 3;
                await context.Response.WriteAsync("own");
            }
        }));
        using var wire = await Wire.Connect(app.Address);
        await wire.Send("POST / HTTP/1.1\nHost: a\nContent-Length: 11\n\n");
        var answer = await wire.ReceiveAll();
        Assert.StartsWith("HTTP/1.1 422 ", answer, StringComparison.Ordinal);
        Assert.Contains("Connection: close\n", answer, StringComparison.Ordinal);
        Assert.EndsWith("\n\nown", answer, StringComparison.Ordinal);
    }

    [Theory, EveryServer]
    public async Task An_application_answers_itself_after_a_body_that_breaks_the_rules(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, static app => app.MapPost("/{reads:bool}", static async (bool reads, HttpContext context) =>
        {
            if (reads)
            {
                // The call itself does not throw.
                var read = context.Request.BodyReader.ReadAsync();
                var failure = await Assert.ThrowsAnyAsync<BadHttpRequestException>(async () => await read);
                Assert.Equal(400, failure.StatusCode);
            }

            context.Response.StatusCode = 422;
            await context.Response.WriteAsync("own");
        }));
        foreach (var reads in (string[])["true", "false"])
        {
            using var wire = await Wire.Connect(app.Address);
            await wire.Send($"POST /{reads} HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\ngg");
            var answer = await wire.ReceiveAll();
            Assert.StartsWith("HTTP/1.1 422 ", answer, StringComparison.Ordinal);
            Assert.Contains("own", answer, StringComparison.Ordinal);
        }
    }

    [Theory, EveryServer]
    public async Task An_application_that_does_not_handle_such_a_body_answers_400(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, static app => app.MapPost("/", static async (HttpContext context) =>
            await context.Request.Body.CopyToAsync(Stream.Null)));
        using var wire = await Wire.Connect(app.Address);
        await wire.Send("POST / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n1\nx\ngg");
        Assert.StartsWith("HTTP/1.1 400 ", await wire.ReceiveAll(), StringComparison.Ordinal);
    }

    [Theory, EveryServer]
    public async Task A_length_with_a_status_that_has_no_body_is_an_error(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, static app => app.MapGet("/{status:int}", static async (int status, HttpContext context) =>
        {
            (context.Response.StatusCode, context.Response.ContentLength) = (status, 1);
            await Assert.ThrowsAsync<InvalidOperationException>(() => context.Response.StartAsync(context.RequestAborted));
            (context.Response.StatusCode, context.Response.ContentLength) = (200, 0);
        }));
        foreach (var status in (int[])[204, 205])
        {
            using var response = await app.Client.GetAsync($"/{status}", Stopped);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    /// <summary>Tells the status that hosting sees when it is done with a request.</summary>
    private sealed class Watching(IServiceProvider services, Action<int> tell) : IHttpContextFactory
    {
        private readonly DefaultHttpContextFactory _factory = new(services);

        public HttpContext Create(IFeatureCollection featureCollection) => _factory.Create(featureCollection);

        public void Dispose(HttpContext httpContext)
        {
            var status = httpContext.Response.StatusCode;
            _factory.Dispose(httpContext);
            tell(status);
        }
    }
}
