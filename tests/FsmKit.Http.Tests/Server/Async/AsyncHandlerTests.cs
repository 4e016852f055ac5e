using System.Buffers;
using System.Text;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Handlers that wait, or run elsewhere, and answer.</summary>
public sealed class AsyncHandlerTests
{
    private const string Get = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";

    public static TheoryData<HandlerThread> Threads => [HandlerThread.Loop, HandlerThread.ThreadPool];

    [Theory, MemberData(nameof(Threads))]
    public void A_body_that_ends_before_the_first_flush_is_sent_with_its_length(HandlerThread thread)
    {
        using var rig = new AsyncRig(
            async (_, response) =>
            {
                await Task.Yield();
                response.Headers.Add(KnownHeader.ContentType, "text/plain"u8);
                response.Write("Hello, "u8);
                await Task.Yield();
                response.Write("World!"u8);
            },
            thread);
        var answer = rig.Ask(Get);

        Assert.StartsWith("HTTP/1.1 200 OK\r\nContent-Length: 13\r\n", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\nHello, World!", answer, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Threads))]
    public void A_body_that_is_flushed_is_chunked(HandlerThread thread)
    {
        // The handler waits: a body that is complete before the loop looks at the flushed bytes is sent with a length instead.
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var rig = new AsyncRig(
            async (_, response) =>
            {
                Assert.True(await response.WriteAsync("one"u8.ToArray()));
                Assert.True(response.HasStarted);
                Assert.Throws<InvalidOperationException>(() => response.StatusCode = 201);
                Assert.Throws<InvalidOperationException>(() => response.Headers.Add("X", "y"));
                await seen.Task;
                await response.BodyWriter.WriteAsync("two"u8.ToArray());
            },
            thread);
        var peer = rig.Connect();
        peer.Send(Get);
        peer.End();
        rig.Until(() => peer.Text.Contains("one", StringComparison.Ordinal));
        seen.SetResult();
        rig.Until(() => peer.IsOver);

        Assert.Contains("Transfer-Encoding: chunked", peer.Text, StringComparison.Ordinal);
        Assert.Equal("onetwo", Chunks.Decode(peer.Text));
    }

    [Fact]
    public void A_flush_of_nothing_sends_the_head()
    {
        var goOn = new TaskCompletionSource();
        using var rig = new AsyncRig(async (_, response) =>
        {
            await response.FlushAsync();
            await goOn.Task;
            await response.WriteAsync("late"u8.ToArray());
        });
        var peer = rig.Connect();
        peer.Send(Get);
        Assert.EndsWith("\r\n\r\n", peer.Text, StringComparison.Ordinal);
        goOn.SetResult();
        rig.Settle();

        Assert.Equal("4\r\nlate\r\n0\r\n\r\n", peer.Body);
    }

    [Theory, MemberData(nameof(Threads))]
    public void A_body_whose_length_is_said_is_streamed_with_it(HandlerThread thread)
    {
        using var rig = new AsyncRig(
            async (_, response) =>
            {
                response.ContentLength = 6;
                await response.WriteAsync("one"u8.ToArray());
                await response.Body.WriteAsync("two"u8.ToArray());
                Assert.Throws<InvalidOperationException>(() => response.BodyWriter.Advance(1));
            },
            thread);
        var answer = rig.Ask(Get);

        Assert.Contains("Content-Length: 6\r\n", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\nonetwo", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_body_that_nobody_flushed_is_sent_with_its_length_in_portions()
    {
        var body = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 200_000).Select(static i => $"{i},")));
        using var rig = new AsyncRig((_, response) =>
        {
            response.BodyWriter.Write(body);
            return Task.CompletedTask;
        });
        var peer = rig.Connect();
        peer.Send(Get);
        Assert.True(peer.Unread <= 64 * 1024);
        rig.Until(() => peer.Count > body.Length && peer.Unread == 0);

        Assert.Contains($"Content-Length: {body.Length}\r\n", peer.Text, StringComparison.Ordinal);
        Assert.Equal(Encoding.ASCII.GetString(body), peer.Body);
    }

    [Fact]
    public void What_comes_after_an_await_runs_on_the_loop_whatever_was_awaited()
    {
        var threads = new List<int>();
        using var rig = new AsyncRig(
            async (request, response) =>
            {
                await Task.Run(static () => { });
                threads.Add(Environment.CurrentManagedThreadId);
                var read = await request.BodyReader.ReadAsync();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                threads.Add(Environment.CurrentManagedThreadId);
                await response.WriteAsync(new byte[100_000]);
                threads.Add(Environment.CurrentManagedThreadId);
                await Task.Delay(1);
                threads.Add(Environment.CurrentManagedThreadId);
                await Task.Run(static () => { });
                threads.Add(Environment.CurrentManagedThreadId);
            },
            streams: true);
        var peer = rig.Connect();
        peer.Send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\n");
        rig.Until(() => threads.Count == 1);
        peer.Send("hello");
        rig.Until(() => peer.Text.EndsWith("0\r\n\r\n", StringComparison.Ordinal));

        Assert.Equal(Enumerable.Repeat(Environment.CurrentManagedThreadId, 5), threads);
    }

    [Theory, MemberData(nameof(Threads))]
    public void Pipelined_requests_are_answered_in_their_order(HandlerThread thread)
    {
        var gates = Enumerable.Range(0, 5).Select(static _ => new TaskCompletionSource()).ToArray();
        using var rig = new AsyncRig(
            async (request, response) =>
            {
                var number = request.RawPath[^1] - '0';
                await gates[number].Task;
                response.Send(200, "text/plain"u8, request.RawPath);
            },
            thread);
        var peer = rig.Connect();
        peer.Send(string.Concat(Enumerable.Range(0, 5).Select(static i => $"GET /{i} HTTP/1.1\r\nHost: h\r\n\r\n")));
        foreach (var gate in gates.Reverse())
        {
            rig.Settle();
            Assert.Empty(peer.Text);
            gate.SetResult();
        }

        rig.Until(() => peer.Text.Contains("\r\n\r\n/4", StringComparison.Ordinal));
        Assert.Equal("/0/1/2/3/4", string.Concat(peer.Text.Split("\r\n\r\n").Skip(1).Select(static part => part[..2])));
    }

    [Fact]
    public void A_slow_client_holds_the_handler_back()
    {
        var written = 0;
        using var rig = new AsyncRig(async (_, response) =>
        {
            var part = new byte[10_000];
            for (; written < 10_000_000; written += part.Length)
            {
                if (!await response.WriteAsync(part))
                {
                    return;
                }
            }
        });
        var peer = rig.Connect();
        peer.Send(Get);

        // Capacity of the connection, the gsock and the pipe, each of 64 KiB.
        Assert.InRange(written, 100_000, 400_000);
        rig.Until(() => peer.EndsWith("0\r\n\r\n"u8));
        Assert.Equal(10_000_000, written);
        Assert.Equal(10_000_000, Chunks.Decode(peer.Text).Length);
    }

    [Fact]
    public void A_handler_that_ends_its_response_early_may_do_more_and_the_next_request_waits_for_it()
    {
        var goOn = new TaskCompletionSource();
        using var rig = new AsyncRig(async (request, response) =>
        {
            response.Send("done"u8);
            Assert.Throws<InvalidOperationException>(() => response.Send("again"u8));
            await goOn.Task;
            Assert.Equal("/"u8, request.RawPath);
        });
        var peer = rig.Connect();
        peer.Send(Get + Get);
        Assert.EndsWith("\r\n\r\ndone", peer.Text, StringComparison.Ordinal);
        Assert.Single(peer.Text.Split("done")[..^1]);
        goOn.SetResult();
        rig.Settle();

        Assert.Equal(2, peer.Text.Split("done").Length - 1);
    }

    [Fact]
    public void A_blocking_handler_runs_on_the_thread_pool()
    {
        // The body is chunked where the loop sees it before the handler is done.
        using var seen = new ManualResetEventSlim();
        var stopped = TestContext.Current.CancellationToken;
        using var rig = new AsyncRig(server =>
        {
            server.HandlersRunOn = HandlerThread.ThreadPool;
            server.Handler = (request, response) =>
            {
                Task.Run(static () => { }).Wait();
                response.StatusCode = 201;
                response.CloseAfter();
                response.Body.Write(Encoding.UTF8.GetBytes($"{request.Peername} {Thread.CurrentThread.IsThreadPoolThread}"));
                seen.Wait(stopped);
            };
        });
        var peer = rig.Connect();
        peer.Send(Get);
        rig.Until(() => peer.Text.Contains("True", StringComparison.Ordinal));
        seen.Set();
        rig.Until(() => peer.IsOver);

        Assert.StartsWith("HTTP/1.1 201 Created\r\n", peer.Text, StringComparison.Ordinal);
        Assert.Contains("Connection: close\r\n", peer.Text, StringComparison.Ordinal);
        Assert.Matches("127.0.0.1:\\d+ True", Chunks.Decode(peer.Text));
    }

    [Fact]
    public void A_request_object_serves_again_when_its_handler_is_done_and_not_before()
    {
        var requests = new List<HttpRequest>();
        var goOn = new TaskCompletionSource();
        using var rig = new AsyncRig(async (request, response) =>
        {
            requests.Add(request);
            await (request.RawPath.Length == 1 ? Task.Delay(1) : goOn.Task);
            response.Write(request.RawPath);
        });
        rig.Ask(Get);
        rig.Ask(Get);
        Assert.Same(requests[0], requests[1]);

        var peer = rig.Connect();
        peer.Send("GET /gone HTTP/1.1\r\nHost: h\r\n\r\n");
        peer.Reset();
        Assert.EndsWith("\r\n\r\n/", rig.Ask(Get), StringComparison.Ordinal);
        Assert.NotSame(requests[2], requests[3]);
        Assert.Equal("/gone"u8, requests[2].RawPath);
        goOn.SetResult();
        rig.Settle();
        Assert.Throws<InvalidOperationException>(() => requests[2].Path);
    }

    [Fact]
    public void What_is_written_to_a_pipe_whose_response_is_over_reaches_no_other_one()
    {
        System.IO.Pipelines.PipeWriter? old = null;
        using var rig = new AsyncRig(async (_, response) =>
        {
            if (old is not null)
            {
                Assert.IsType<InvalidOperationException>(await Record.ExceptionAsync(() => Write(old)));
                await old.CompleteAsync();
                response.StatusCode = 201;
            }

            old ??= response.BodyWriter;
            response.Write("new"u8);
        });
        rig.Ask(Get);
        var answer = rig.Ask(Get);

        Assert.StartsWith("HTTP/1.1 201 Created\r\nContent-Length: 3\r\n", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\nnew", answer, StringComparison.Ordinal);
    }

    private static async Task Write(System.IO.Pipelines.PipeWriter writer) => await writer.WriteAsync("old"u8.ToArray());
}
