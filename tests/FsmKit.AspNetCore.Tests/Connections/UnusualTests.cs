namespace FsmKit.AspNetCore.Tests;

/// <summary>Requests and responses that few applications and clients have, read and written as Kestrel does.</summary>
[Topic("Unusual messages")]
public class UnusualTests
{
    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    [InlineData(405)]
    public Task CONNECT_reaches_the_application_and_its_success_has_no_framing(int status) => Twin.Compare(
        app => app.Run(context =>
        {
            (context.Response.StatusCode, context.Response.ContentLength) = (status, 0);
            context.Response.Headers["X-Path"] = $"{context.Request.Method} '{context.Request.Path}' {context.Request.Host}";
            return Task.CompletedTask;
        }),
        async talk =>
        {
            using var wire = await Wire.Connect(talk.App.Address);
            await wire.Send("CONNECT b:443 HTTP/1.1\nHost: b:443\n\n");
            var head = await wire.ReceiveUntil("\n\n");
            talk.Note(Sorted(head));
            Assert.Contains("X-Path: CONNECT '' b:443\n", head, StringComparison.Ordinal);
            Assert.Equal(status > 299, head.Contains("Content-Length: 0\n", StringComparison.Ordinal));
        });

    [Theory]
    [InlineData("CONNECT b:443", "b:443", 200)]
    [InlineData("GET /", "a", 102)]
    public Task A_length_that_such_a_response_cannot_have_is_an_error(string line, string host, int status) => Twin.Compare(
        app => app.Run(async context =>
        {
            (context.Response.StatusCode, context.Response.ContentLength) = (status, 1);
            await Assert.ThrowsAsync<InvalidOperationException>(() => context.Response.StartAsync(context.RequestAborted));
            (context.Response.StatusCode, context.Response.ContentLength) = (418, 0);
        }),
        async talk =>
        {
            using var wire = await Wire.Connect(talk.App.Address);
            await wire.Send($"{line} HTTP/1.1\nHost: {host}\n\n");
            talk.Note((await wire.ReceiveUntil("\n\n"))[..12]);
        });

    [Theory]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(150)]
    public Task A_final_status_of_1xx_is_sent_as_it_is(int status) => Twin.Compare(
        app => app.Run(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        }),
        async talk =>
        {
            using var wire = await Wire.Connect(talk.App.Address);
            await wire.Send("GET / HTTP/1.1\nHost: a\n\n");
            var head = await wire.ReceiveUntil("\n\n");
            talk.Note(head[..12]);
            Assert.DoesNotContain("Content-Length", head, StringComparison.Ordinal);
            Assert.DoesNotContain("Transfer-Encoding", head, StringComparison.Ordinal);
        });

    [Theory]
    [InlineData("chunked", "5\r\nhello\r\n0\r\n\r\n")]
    [InlineData("gzip, chunked", "5\r\nhello\r\n0\r\n\r\n")]
    [InlineData("gzip", "hello")]
    public Task A_Transfer_Encoding_of_the_application_frames_the_body(string coding, string body) => Twin.Compare(
        app => app.Run(async context =>
        {
            context.Response.Headers.TransferEncoding = coding;
            foreach (var part in body.Chunk(4))
            {
                await context.Response.WriteAsync(new string(part), context.RequestAborted);
            }
        }),
        async talk =>
        {
            using var wire = await Wire.Connect(talk.App.Address);
            await wire.Send($"GET / HTTP/1.1\nHost: a\n\nGET / HTTP/1.1\nHost: a\nConnection: close\n\n");
            talk.Note(Sorted(await wire.ReceiveAll()));
        });

    [Theory]
    [InlineData("\r")]
    [InlineData("\n\n")]
    [InlineData("\r\n\r")]
    public Task Line_ends_between_requests_are_skipped(string between) => Twin.Compare(
        static app => app.MapGet("/{n}", static (int n) => n),
        async talk =>
        {
            using var wire = await Wire.Connect(talk.App.Address);
            await wire.SendAsItIs($"GET /1 HTTP/1.1\r\nHost: a\r\n\r\n{between}GET /2 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            var received = await wire.ReceiveAll();
            talk.Note($"{received.Split("HTTP/1.1 200 OK").Length}");
            Assert.Equal(3, received.Split("HTTP/1.1 200 OK").Length);
        });

    [Theory]
    [InlineData("/../x", "/x")]
    [InlineData("/..", "/")]
    [InlineData("/a/../../b", "/b")]
    public Task A_path_above_the_root_is_cut_off(string target, string path) => Twin.Compare(
        static app => app.Run(static context => context.Response.WriteAsync(context.Request.Path)),
        async talk =>
        {
            using var wire = await Wire.Connect(talk.App.Address);
            await wire.Send($"GET {target} HTTP/1.1\nHost: a\nConnection: close\n\n");
            var received = await wire.ReceiveAll();
            talk.Note(received[..15]);
            Assert.Contains($"\n{path}", received, StringComparison.Ordinal);
        });

    [Fact]
    public Task Words_are_extensions_of_chunks() => Twin.Compare(
        static app => app.Run(static async context => await context.Response.WriteAsync(await new StreamReader(context.Request.Body).ReadToEndAsync())),
        static async talk =>
        {
            using var wire = await Wire.Connect(talk.App.Address);
            await wire.Send("POST / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\nConnection: close\n\n5;some words\nhello\n0;more\n\n");
            var received = await wire.ReceiveAll();
            talk.Note(received[..15]);
            Assert.Contains("hello", received, StringComparison.Ordinal);
        });

    [Theory]
    [InlineData("POST / HTTP/1.0\n\n")]
    [InlineData("GET http://b/ HTTP/1.1\nHost:\n\n")]
    [InlineData("GET / HTTP/1.1\nHost: a\n\r\r")]
    public Task What_Kestrel_refuses_is_refused(string request) => Twin.Compare(
        static app => app.Run(static context => context.Response.WriteAsync("served")),
        async talk =>
        {
            using var wire = await Wire.Connect(talk.App.Address);
            await wire.SendAsItIs(request.Replace("\r\r", "CRCR", StringComparison.Ordinal).ReplaceLineEndings("\r\n").Replace("CRCR", "\r\r", StringComparison.Ordinal));
            talk.Note((await wire.ReceiveAll())[..12]);
        });

    private static string Sorted(string received) => string.Join('\n', received.Split("\n\n")
        .Select(static block => string.Join('\n', block.Split('\n').Order(StringComparer.Ordinal))));
}
