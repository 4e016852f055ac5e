namespace FsmKit.AspNetCore.Tests;

[Topic("HTTP/1.1 messages")]
public class MessagesTests
{
    [Theory]
    [InlineData("200 hello", "GET / HTTP/1.1\nHost: a\nConnection: close\n\n")]
    [InlineData("200 hello", "GET / HTTP/1.0\n\n")]
    [InlineData("400", "GET / HTTP/1.1\n\n")]
    [InlineData("400", "GET / HTTP/1.1\nHost: a\nHost: b\n\n")]
    [InlineData("400", "GET / HTTP/1.1\nHost: a\nBad Name: x\n\n")]
    [InlineData("400", "POST / HTTP/1.1\nHost: a\nContent-Length: x\n\n")]
    [InlineData("505", "GET / HTTP/3.7\nHost: a\n\n")]
    [InlineData("200 abc", "POST /echo HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\nConnection: close\n\n1\na\n2;x=y\nbc\n0\n\n")]
    [InlineData("400", "POST /echo HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\nConnection: close\n\nz\na\n0\n\n")]
    [InlineData("200 hello", "GET http://other.example/ HTTP/1.1\nHost: other.example\nConnection: close\n\n")]
    [InlineData("200 a, b|c", "GET /fields HTTP/1.1\nHost: a\nX-A: a, b\nx-a: c\nConnection: close\n\n")]
    public Task One_request(string expected, string request) => Twin.Compare(
        Map,
        async talk =>
        {
            using var wire = await Wire.Connect(talk.App.Address);
            await wire.Send(request);
            var received = await wire.ReceiveAll();
            var status = received.Split(' ')[1];
            talk.Note(status == "200" ? Unframed(received) : status);
            Assert.StartsWith(expected.Split(' ')[0], status, StringComparison.Ordinal);
            Assert.Contains(expected[3..].TrimStart(), received, StringComparison.Ordinal);
        });

    [Theory, EveryServer]
    public async Task Requests_in_a_row_without_waiting_are_answered_in_order(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, Map);
        using var wire = await Wire.Connect(app.Address);
        await wire.Send(string.Concat(Enumerable.Range(0, 20).Select(static i =>
            i % 3 == 0 ? $"POST /echo HTTP/1.1\nHost: a\nContent-Length: 3\n\n<{i % 10}>" : $"GET /later/{i} HTTP/1.1\nHost: a\n\n")));
        await wire.Send("GET / HTTP/1.1\nHost: a\nConnection: close\n\n");
        var received = await wire.ReceiveAll();
        var at = 0;
        for (var i = 0; i < 20; i++)
        {
            at = received.IndexOf(i % 3 == 0 ? $"<{i % 10}>" : $"later {i}", at, StringComparison.Ordinal);
            Assert.True(at > 0, $"Answer {i} is missing in {received}");
        }

        Assert.Contains("hello", received[at..], StringComparison.Ordinal);
    }

    [Theory, EveryServer]
    public async Task A_client_that_expects_100_sends_its_body_after_it(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, Map);
        using var wire = await Wire.Connect(app.Address);
        await wire.Send("POST /echo HTTP/1.1\nHost: a\nContent-Length: 4\nExpect: 100-continue\nConnection: close\n\n");
        await wire.ReceiveUntil("HTTP/1.1 100 Continue\n\n");
        await wire.Send("body");
        Assert.Contains("body", await wire.ReceiveAll(), StringComparison.Ordinal);
    }

    [Theory, EveryServer]
    public async Task A_client_that_expects_100_may_be_refused_at_once(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, static app => app.MapPost("/", static () => Results.StatusCode(403)));
        using var wire = await Wire.Connect(app.Address);
        await wire.Send("POST / HTTP/1.1\nHost: a\nContent-Length: 4\nExpect: 100-continue\n\n");
        Assert.Equal("HTTP/1.1 403 Forbidden\n", await wire.ReceiveUntil("\n"));
    }

    [Fact]
    public Task Connection_close_of_the_application() => Twin.Compare(
        static app => app.MapGet("/", static (HttpContext context) =>
        {
            context.Response.Headers.Connection = "close";
            return "last";
        }),
        static async talk =>
        {
            using var wire = await Wire.Connect(talk.App.Address);
            await wire.Send("GET / HTTP/1.1\nHost: a\n\n");
            var received = await wire.ReceiveAll();
            Assert.Contains("last", received, StringComparison.Ordinal);
            Assert.Contains("Connection: close", received, StringComparison.Ordinal);
            talk.Note("last");
        });

    /// <summary>Returns the head without the fields that frame the body.</summary>
    private static string Unframed(string received) => string.Join('\n', received.Split("\n\n")[0].Split('\n')
        .Where(static line => !line.StartsWith("Transfer-Encoding", StringComparison.Ordinal) && !line.StartsWith("Content-Length", StringComparison.Ordinal)));

    private static void Map(WebApplication app)
    {
        app.MapGet("/", static () => "hello");
        app.MapGet("/later/{id}", static async (int id) =>
        {
            await Task.Yield();
            return $"later {id}";
        });
        app.MapGet("/fields", static (HttpRequest request) => string.Join('|', request.Headers["X-A"].AsEnumerable()));
        app.MapPost("/echo", static async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            await context.Response.WriteAsync(await reader.ReadToEndAsync());
        });
    }
}
