using Microsoft.AspNetCore.Http.Features;

namespace FsmKit.AspNetCore.Tests;

/// <summary>The intended differences from Kestrel in docs/aspnetcore.md.</summary>
public class DifferencesTests
{
    private static CancellationToken Stopped => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ServerKind.Pool)]
    [InlineData(ServerKind.Loop)]
    public async Task A_client_that_has_ended_its_half_is_answered(ServerKind kind)
    {
        var (entered, mayEnd) = (new TaskCompletionSource(), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await using var app = await RunningApp.Start(kind, app => app.MapGet("/", async (HttpContext context) =>
        {
            entered.SetResult();
            await mayEnd.Task;
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
            return $"aborted: {context.RequestAborted.IsCancellationRequested}";
        }));
        using var wire = await Wire.Connect(app.Address);
        await wire.Send("GET / HTTP/1.1\nHost: a\n\n");
        wire.EndInput();
        await entered.Task;
        mayEnd.SetResult();
        Assert.Contains("aborted: True", await wire.ReceiveAll(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ServerKind.Pool)]
    [InlineData(ServerKind.Loop)]
    public async Task A_response_after_which_the_client_expects_no_other_is_the_last_one(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, static app => app.Run(static context =>
        {
            context.Response.StatusCode = HttpMethods.IsConnect(context.Request.Method) ? 200 : 100;
            return Task.CompletedTask;
        }));
        foreach (var request in (string[])["CONNECT b:443 HTTP/1.1\nHost: b:443\n\n", "GET / HTTP/1.1\nHost: a\n\n"])
        {
            using var wire = await Wire.Connect(app.Address);
            await wire.Send(request + request);
            Assert.Single((await wire.ReceiveAll()).Split("HTTP/1.1 ")[1..]);
        }
    }

    [Theory]
    [InlineData(ServerKind.Pool)]
    [InlineData(ServerKind.Loop)]
    public async Task Bytes_that_are_no_chunks_are_not_sent_as_chunks(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, static app => app.Run(static async context =>
        {
            context.Response.Headers.TransferEncoding = "chunked";
            await context.Response.WriteAsync("1\r\nx\r\n0\r\n\r\nHTTP/1.1 200 OK\r\n\r\n", context.RequestAborted);
        }));
        using var wire = await Wire.Connect(app.Address);
        await wire.Send("GET / HTTP/1.1\nHost: a\n\n");
        Assert.Single((await wire.ReceiveAll()).Split("HTTP/1.1 200 OK")[1..]);
    }

    [Fact]
    public async Task On_the_loop_a_short_body_has_its_length_and_the_status_line_the_registered_phrase()
    {
        await using var app = await RunningApp.Start(ServerKind.Loop, static app => app.MapGet("/", static (HttpContext context) =>
        {
            context.Features.GetRequiredFeature<IHttpResponseFeature>().ReasonPhrase = "Own words";
            return "short";
        }));
        using var wire = await Wire.Connect(app.Address);
        await wire.Send("GET / HTTP/1.1\nHost: a\n\n");
        Assert.StartsWith("HTTP/1.1 200 OK\nContent-Length: 5\n", await wire.ReceiveUntil("short"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ServerKind.Pool)]
    [InlineData(ServerKind.Loop)]
    public async Task StartAsync_sends_the_head(ServerKind kind)
    {
        var mayEnd = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var app = await RunningApp.Start(kind, app => app.MapGet("/", async (HttpContext context) =>
        {
            await context.Response.StartAsync();
            await mayEnd.Task;
        }));
        using var response = await app.Client.GetAsync("/", HttpCompletionOption.ResponseHeadersRead, Stopped);
        Assert.Equal(200, (int)response.StatusCode);
        mayEnd.SetResult();
        Assert.Equal("", await response.Content.ReadAsStringAsync(Stopped));
    }

    [Fact]
    public async Task On_the_loop_an_exception_before_the_first_await_is_an_error_although_the_body_was_flushed()
    {
        await using var app = await RunningApp.Start(ServerKind.Loop, static app => app.Run(static context =>
        {
            _ = context.Response.Body.WriteAsync(new byte[5]).AsTask();
            throw new InvalidOperationException("on purpose");
        }));
        using var response = await app.Client.GetAsync("/", Stopped);
        Assert.Equal(500, (int)response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync(Stopped));
    }

    [Theory]
    [InlineData(ServerKind.Pool)]
    [InlineData(ServerKind.Loop)]
    public async Task HTTP_2_is_not_spoken(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, static app => app.MapGet("/", static () => "served"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Version = new Version(2, 0), VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        await Assert.ThrowsAsync<HttpRequestException>(() => app.Client.SendAsync(request, Stopped));
    }
}
