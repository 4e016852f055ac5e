using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace FsmKit.AspNetCore.Tests;

[Topic("The writer of a response")]
public class BodyWriterTests
{
    private static CancellationToken Stopped => TestContext.Current.CancellationToken;

    [Theory, EveryServer]
    public async Task A_cancelled_flush_says_so(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, static app => app.MapGet("/", static async (HttpContext context) =>
        {
            context.Response.BodyWriter.CancelPendingFlush();
            var first = await context.Response.BodyWriter.WriteAsync("first,"u8.ToArray());
            var second = await context.Response.BodyWriter.WriteAsync(Encoding.UTF8.GetBytes($" {first.IsCanceled}"));
            await context.Response.WriteAsync($" {second.IsCanceled}");
        }));
        Assert.Equal("first, True False", await app.Client.GetStringAsync("/", Stopped));
    }

    [Theory, EveryServer]
    public async Task A_flush_ends_with_its_token(ServerKind kind)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var app = await RunningApp.Start(kind, app => app.MapGet("/", async (HttpContext context) =>
        {
            try
            {
                // The client reads nothing: sooner or later a write waits.
                while (true)
                {
                    using var cancellation = new CancellationTokenSource();
                    var write = context.Response.BodyWriter.WriteAsync(new byte[60_000], cancellation.Token);
                    if (!write.IsCompleted)
                    {
                        await cancellation.CancelAsync();
                    }

                    Assert.False((await write).IsCanceled);
                }
            }
            catch (OperationCanceledException)
            {
                ended.SetResult();
            }
            catch (Exception x)
            {
                ended.SetException(x);
            }
        }));
        using var wire = await Wire.Connect(app.Address);
        await wire.Send("GET / HTTP/1.1\nHost: a\n\n");
        await ended.Task.WaitAsync(Stopped);
    }

    [Theory, EveryServer]
    public async Task A_write_after_Abort_says_that_nothing_more_is_wanted(ServerKind kind)
    {
        var result = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var app = await RunningApp.Start(kind, app => app.MapGet("/", async (HttpContext context) =>
        {
            context.Abort();
            result.SetResult((await context.Response.BodyWriter.WriteAsync("nothing"u8.ToArray())).IsCompleted);
        }));
        await Assert.ThrowsAsync<HttpRequestException>(() => app.Client.GetStringAsync("/", Stopped));
        Assert.True(await result.Task.WaitAsync(Stopped));
    }

    [Theory, EveryServer]
    public async Task Complete_ends_a_response_that_has_started(ServerKind kind)
    {
        var mayEnd = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var app = await RunningApp.Start(kind, app => app.MapGet("/", async (HttpContext context) =>
        {
            await context.Response.WriteAsync("all");
            await context.Response.Body.FlushAsync();
            await context.Response.BodyWriter.CompleteAsync();
            await mayEnd.Task;
        }));
        Assert.Equal("all", await app.Client.GetStringAsync("/", Stopped));
        mayEnd.SetResult();
    }

    [Theory, EveryServer]
    public async Task Complete_with_an_exception_is_an_error_of_the_request(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, static app => app.MapGet("/", static (HttpContext context) =>
            context.Response.BodyWriter.Complete(new InvalidOperationException("on purpose"))));
        using var response = await app.Client.GetAsync("/", Stopped);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    [Theory, EveryServer]
    public async Task What_was_flushed_before_a_failure_arrives(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, static app => app.Run(static async context =>
        {
            await Task.Yield();
            await context.Response.StartAsync();
            if (context.Request.Path == "/body")
            {
                await context.Response.WriteAsync("the beginning");
            }

            await context.Response.Body.FlushAsync();
            throw new InvalidOperationException("on purpose");
        }));
        foreach (var (path, body) in ((string, string)[])[("/head", ""), ("/body", "the beginning")])
        {
            using var wire = await Wire.Connect(app.Address);
            await wire.Send($"GET {path} HTTP/1.1\nHost: a\n\n");
            var answer = await wire.ReceiveAll();
            Assert.StartsWith("HTTP/1.1 200 OK\n", answer, StringComparison.Ordinal);
            Assert.Contains(body, answer, StringComparison.Ordinal);
            Assert.DoesNotContain("\n0\n", answer, StringComparison.Ordinal);
        }
    }

    [Theory, EveryServer]
    public async Task The_response_of_an_upgraded_connection_takes_nothing(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, static app => app.Run(static async context =>
        {
            await using var stream = await context.Features.GetRequiredFeature<IHttpUpgradeFeature>().UpgradeAsync();
            var limit = context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>();
            await Assert.ThrowsAsync<InvalidOperationException>(() => context.Response.Body.WriteAsync(new byte[1], 0, 1, context.RequestAborted));
            Assert.Throws<InvalidOperationException>(() => limit.MaxRequestBodySize = 1);
            await stream.WriteAsync("another protocol"u8.ToArray());
        }));
        using var wire = await Wire.Connect(app.Address);
        await wire.Send("GET / HTTP/1.1\nHost: a\nConnection: Upgrade\nUpgrade: other\n\n");
        Assert.EndsWith("\n\nanother protocol", await wire.ReceiveUntil("another protocol"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ServerKind.Pool)]
    [InlineData(ServerKind.Loop)]
    public async Task Unflushed_bytes_are_counted_over_all_buffers(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, static app => app.MapGet("/", static async (HttpContext context) =>
        {
            var writer = context.Response.BodyWriter;
            var written = 0L;
            while (written < 200_000)
            {
                var count = writer.GetMemory().Length;
                writer.Advance(count);
                written += count;
                Assert.Equal(written, writer.UnflushedBytes);
            }

            await writer.FlushAsync();
            Assert.Equal(0, writer.UnflushedBytes);
        }));
        Assert.True((await app.Client.GetByteArrayAsync("/", Stopped)).Length >= 200_000);
    }

    [Fact]
    public Task A_field_without_a_value_is_not_sent() => Twin.Compare(
        static app => app.MapGet("/", static (HttpContext context) =>
        {
            context.Response.Headers["X-Some"] = new StringValues(["a", null, "b"]);
            context.Response.Headers["X-None"] = new StringValues([null, null]);
        }),
        static async talk => Assert.Equal("", (await talk.Get("/")).Text));
}
