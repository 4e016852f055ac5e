using System.Text;
using Microsoft.Extensions.Primitives;

namespace FsmKit.AspNetCore.Tests;

[Topic("Mistakes of applications")]
public class FaultsTests
{
    private static CancellationToken Stopped => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_name_or_value_that_no_header_has_throws_where_it_is_set() => Twin.Compare(
        static app => app.MapGet("/", static (HttpContext context) =>
        {
            var headers = context.Response.Headers;
            IDictionary<string, StringValues> lines = headers;
            foreach (var value in (string[])["a\rb", "a\nb", "a\0", "\u4F60", "\u007F"])
            {
                Assert.Throws<InvalidOperationException>(() => headers["X-A"] = value);
                Assert.Throws<InvalidOperationException>(() => headers.ContentType = value);
                Assert.Throws<InvalidOperationException>(() => headers.Append("X-A", value));
                Assert.Throws<InvalidOperationException>(() => lines.Add("X-A", new StringValues(["a", value])));
            }

            Assert.Throws<InvalidOperationException>(() => headers["X\u4F60"] = "a");
            Assert.Equal(0, headers["X-A"].Count);
            headers["X-A"] = "a\tb";
            return headers.Count;
        }),
        static async talk => Assert.Equal("1", (await talk.Get("/")).Text));

    [Fact]
    public Task A_header_without_a_value_is_not_there() => Twin.Compare(
        static app => app.MapGet("/", static (HttpContext context) =>
        {
            IDictionary<string, StringValues> headers = context.Response.Headers;
            headers.Add("X-A", new StringValues((string?)null));
            Assert.False(headers.ContainsKey("X-A"));
            headers.Add("X-A", "later");
            Assert.Throws<ArgumentException>(() => headers.Add("X-A", "twice"));
            return string.Join(',', headers.Select(static header => header.Key)) + headers.Remove("X-A") + headers.Remove("X-A");
        }),
        static async talk => Assert.Equal("X-ATrueFalse", (await talk.Get("/")).Text));

    [Theory, EveryServer]
    public async Task Nothing_can_be_written_to_a_completed_response(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, static app => app.Run(static async context =>
        {
            var response = context.Response;
            if (context.Request.Path == "/async")
            {
                await response.CompleteAsync();
            }
            else
            {
                response.BodyWriter.Complete();
            }

            Assert.True(response.HasStarted);
            Assert.Throws<InvalidOperationException>(() => response.BodyWriter.GetMemory());
            Assert.Throws<InvalidOperationException>(() => response.BodyWriter.GetSpan());
            await Assert.ThrowsAsync<InvalidOperationException>(() => response.WriteAsync("more", context.RequestAborted));
            await response.CompleteAsync();
        }));
        foreach (var path in (string[])["/", "/async", "/"])
        {
            using var response = await app.Client.GetAsync(path, Stopped);
            Assert.Equal(200, (int)response.StatusCode);
            Assert.Equal("", await response.Content.ReadAsStringAsync(Stopped));
        }

        Assert.DoesNotContain(app.Log.Lines, static line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Theory, EveryServer]
    public async Task Complete_waits_for_callbacks_that_may_change_the_head(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, static app => app.Run(static context =>
        {
            context.Response.OnStarting(async () =>
            {
                await Task.Yield();
                context.Response.Headers["X-Late"] = "yes";
            });
            context.Response.BodyWriter.Complete();
            return Task.CompletedTask;
        }));
        using var response = await app.Client.GetAsync("/", Stopped);
        Assert.Equal("yes", Assert.Single(response.Headers.GetValues("X-Late")));
    }

    [Theory, EveryServer]
    public async Task Advance_needs_memory(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, static app => app.MapGet("/", static (HttpContext context) =>
        {
            Assert.Throws<InvalidOperationException>(() => context.Response.BodyWriter.Advance(1));
            return "fine";
        }));
        Assert.Equal("fine", await app.Client.GetStringAsync("/", Stopped));
    }

    [Theory, EveryServer]
    public async Task A_reader_that_is_completed_with_an_exception_fails_the_response(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, static app => app.MapPost("/", static async (HttpContext context) =>
        {
            var read = await context.Request.BodyReader.ReadAsync();
            context.Request.BodyReader.AdvanceTo(read.Buffer.End);
            await context.Request.BodyReader.CompleteAsync(new InvalidOperationException("on purpose"));
            await context.Response.WriteAsync("nothing");
        }));
        using var response = await app.Client.PostAsync("/", new StringContent("body", Encoding.UTF8), Stopped);
        Assert.Equal(500, (int)response.StatusCode);
    }

    [Theory, EveryServer]
    public async Task More_than_the_announced_length_is_the_last_response(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, static app => app.Run(static async context =>
        {
            context.Response.ContentLength = 4;
            await context.Response.BodyWriter.WriteAsync("too long"u8.ToArray(), context.RequestAborted);
        }));
        using var wire = await Wire.Connect(app.Address);
        await wire.Send("GET / HTTP/1.1\nHost: a\n\n");
        var answer = await wire.ReceiveAll();
        Assert.StartsWith("HTTP/1.1 500 ", answer, StringComparison.Ordinal);
        Assert.Contains("Connection: close\n", answer, StringComparison.Ordinal);
    }
}
