using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading.Channels;

namespace FsmKit.AspNetCore.Tests;

[Topic("Streaming")]
public class StreamingTests
{
    private static CancellationToken Stopped => TestContext.Current.CancellationToken;

    [Theory, EveryServer]
    public async Task A_flushed_part_arrives_before_the_next_one_is_written(ServerKind kind)
    {
        var gate = Channel.CreateUnbounded<string>();
        await using var app = await RunningApp.Start(kind, app => app.MapGet("/", async (HttpContext context) =>
        {
            await foreach (var part in gate.Reader.ReadAllAsync())
            {
                await context.Response.WriteAsync(part);
                await context.Response.Body.FlushAsync();
            }
        }));
        using var response = await StartedBy(app.Client.GetAsync("/", HttpCompletionOption.ResponseHeadersRead, Stopped), gate, "first");
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Stopped));
        Assert.Equal("first", await Read(reader, 5));
        gate.Writer.TryWrite("second");
        Assert.Equal("second", await Read(reader, 6));
        gate.Writer.Complete();
        Assert.Equal("", await reader.ReadToEndAsync(Stopped));
    }

    [Theory, EveryServer]
    public async Task Headers_arrive_before_the_body_when_the_response_is_flushed(ServerKind kind)
    {
        var mayEnd = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var app = await RunningApp.Start(kind, app => app.MapGet("/", async (HttpContext context) =>
        {
            context.Response.Headers["X-Early"] = "yes";
            await context.Response.StartAsync();
            await context.Response.Body.FlushAsync();
            Assert.True(context.Response.HasStarted);
            await mayEnd.Task;
            await context.Response.WriteAsync("late");
        }));
        using var response = await app.Client.GetAsync("/", HttpCompletionOption.ResponseHeadersRead, Stopped);
        Assert.Equal(["yes"], response.Headers.GetValues("X-Early"));
        mayEnd.SetResult();
        Assert.Equal("late", await response.Content.ReadAsStringAsync(Stopped));
    }

    [Fact]
    public Task Server_sent_events() => Twin.Compare(
        static app => app.MapGet("/", static () => TypedResults.ServerSentEvents(Events())),
        static async talk => Assert.Equal("event: tick\ndata: one\nid: 1\n\nevent: tick\ndata: two\ndata: lines\nid: 2\n\n", (await talk.Get("/")).Text));

    [Fact]
    public Task Async_enumerables_as_JSON() => Twin.Compare(
        static app => app.MapGet("/", static () => Numbers(3000)),
        static async talk => Assert.StartsWith("[0,1,2,3,", (await talk.Get("/")).Text, StringComparison.Ordinal));

    [Theory, EveryServer]
    public async Task A_slow_reader_holds_the_writer_back(ServerKind kind)
    {
        const int Parts = 1000;
        var written = 0;
        var isDone = new TaskCompletionSource();
        await using var app = await RunningApp.Start(kind, app => app.MapGet("/", async (HttpContext context) =>
        {
            var part = new byte[64 * 1024];
            for (var i = 0; i < Parts; i++)
            {
                await context.Response.Body.WriteAsync(part);
                Interlocked.Increment(ref written);
            }

            isDone.SetResult();
        }));
        using var wire = await Wire.Connect(app.Address);
        await wire.Send("GET / HTTP/1.1\nHost: a\nConnection: close\n\n");
        await wire.ReceiveUntil("\n\n");

        // The buffers of the kernel and of the server hold a few megabytes of 64.
        Assert.False(isDone.Task.IsCompleted);
        Assert.InRange(Volatile.Read(ref written), 0, Parts / 2);
        var length = 0L;
        var buffer = new byte[1 << 20];
        for (var count = 1; count > 0; length += count)
        {
            count = await wire.Socket.ReceiveAsync(buffer, Stopped);
        }

        await isDone.Task;
        Assert.InRange(length, Parts * 65536L - 1_000_000, Parts * 65536L + 1_000_000);
    }

    private static async Task<HttpResponseMessage> StartedBy(Task<HttpResponseMessage> response, Channel<string> gate, string first)
    {
        gate.Writer.TryWrite(first);
        return await response;
    }

    private static async Task<string> Read(StreamReader reader, int count)
    {
        var text = new char[count];
        await reader.ReadBlockAsync(text.AsMemory(), Stopped);
        return new StringBuilder().Append(text).ToString();
    }

    private static async IAsyncEnumerable<SseItem<string>> Events([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        yield return new SseItem<string>("one", "tick") { EventId = "1" };
        await Task.Yield();
        cancellation.ThrowIfCancellationRequested();
        yield return new SseItem<string>("two\nlines", "tick") { EventId = "2" };
    }

    private static async IAsyncEnumerable<int> Numbers(int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (i % 500 == 0)
            {
                await Task.Yield();
            }

            yield return i;
        }
    }
}
