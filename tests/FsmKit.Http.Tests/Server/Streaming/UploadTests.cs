using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Xunit;
using static FsmKit.Http.Tests.Bodies;

namespace FsmKit.Http.Tests;

/// <summary>Bodies that are read while they come.</summary>
public sealed class UploadTests
{
    public static TheoryData<HandlerThread> Threads => [HandlerThread.Loop, HandlerThread.ThreadPool];

    [Theory, MemberData(nameof(Threads))]
    public void A_request_is_told_of_at_its_head_and_its_body_is_read_as_it_comes(HandlerThread thread)
    {
        var told = 0;
        var parts = new List<string>();
        using var rig = new AsyncRig(
            async (request, response) =>
            {
                Interlocked.Increment(ref told);
                var body = request.OpenBody();
                var buffer = new byte[100];
                while (await body.ReadAsync(buffer) is > 0 and var count)
                {
                    lock (parts)
                    {
                        parts.Add(Encoding.ASCII.GetString(buffer, 0, count));
                    }
                }

                response.Send(request.Trailers.TryGet("X-Sum"u8, out var sum) ? sum : "none"u8);
            },
            thread,
            streams: true);
        var peer = rig.Connect();
        peer.Send(Chunked);
        rig.Until(() => told == 1);
        foreach (var word in new[] { "one", "two", "three" })
        {
            peer.Send(Chunk(word));
            rig.Until(() => parts.Contains(word));
        }

        peer.Send("0\r\nX-Sum: 3\r\n\r\n");
        rig.Until(() => peer.Text.EndsWith("\r\n\r\n3", StringComparison.Ordinal));
        Assert.Equal(["one", "two", "three"], parts);

        peer.Send(Post + "Content-Length: 4\r\n\r\nfour");
        rig.Until(() => peer.Text.EndsWith("\r\n\r\nnone", StringComparison.Ordinal));
        Assert.Equal("four", parts[^1]);
    }

    [Fact]
    public void A_request_without_a_body_has_an_empty_one()
    {
        using var rig = new AsyncRig(
            static async (request, response) => response.Send(Encoding.ASCII.GetBytes($"{(await ReadAll(request)).Length}")),
            streams: true);

        Assert.EndsWith("\r\n\r\n0", rig.Ask("GET / HTTP/1.1\r\nHost: h\r\n\r\n"), StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n0", rig.Ask(Post + "Content-Length: 0\r\n\r\n"), StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n0", rig.Ask(Chunked + "0\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_collected_body_is_read_in_the_same_ways()
    {
        using var rig = new AsyncRig(static async (request, response) =>
        {
            var first = await request.BodyReader.ReadAsync();
            request.BodyReader.AdvanceTo(first.Buffer.GetPosition(2));
            var rest = await request.BodyReader.ReadAsync();
            response.Send(Encoding.ASCII.GetBytes(
                $"{Encoding.ASCII.GetString(rest.Buffer)} {request.BodyLength} {Encoding.ASCII.GetString(await ReadAll(request))}"));
        });

        Assert.EndsWith("\r\n\r\nllo 5 hello", rig.Ask(Post + "Content-Length: 5\r\n\r\nhello"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Threads))]
    public void A_reader_that_does_not_read_holds_the_client_back(HandlerThread thread)
    {
        const int Size = 4 * 1024 * 1024;
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var rig = new AsyncRig(
            async (request, response) =>
            {
                await goOn.Task;
                var all = await ReadAll(request);
                response.Send(Encoding.ASCII.GetBytes(Digest(all)));
            },
            thread,
            streams: true);
        var body = Random(Size);
        var peer = rig.Connect();
        peer.Send(Post + $"Content-Length: {Size}\r\n\r\n");
        var sent = peer.Press(body);

        // The pipe's 64 KiB, one receive of the same size that did not fit, the bytes that wait behind it, and those in the connection.
        Assert.InRange(sent, 100_000, 400_000);
        goOn.SetResult();
        rig.Until(() =>
        {
            sent += peer.Press(body.AsSpan(sent));
            return sent == Size;
        });
        rig.Until(() => peer.Text.Length > 0);
        Assert.Equal(Digest(body), peer.Body);
    }

    [Fact]
    public void The_body_is_asked_for_with_the_first_read()
    {
        var goOn = new TaskCompletionSource();
        using var rig = new AsyncRig(
            async (request, response) =>
            {
                var body = request.OpenBody();
                await goOn.Task;
                response.Send(await ReadAll(body));
            },
            streams: true);
        var peer = rig.Connect();
        peer.Send(Post + "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n");
        Assert.Empty(peer.Text);
        goOn.SetResult();
        rig.Settle();
        Assert.Equal("HTTP/1.1 100 Continue\r\n\r\n", peer.Text);

        peer.Send("hello");
        rig.Settle();
        Assert.EndsWith("\r\n\r\nhello", peer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_client_that_waits_for_100_and_is_not_read_gets_its_answer_and_the_end()
    {
        using var rig = new AsyncRig(
            static (_, response) =>
            {
                response.Send(403, "text/plain"u8, "no"u8);
                return Task.CompletedTask;
            },
            streams: true);
        var peer = rig.Connect();
        peer.Send(Post + "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 403 Forbidden\r\n", peer.Text, StringComparison.Ordinal);
        Assert.Contains("Connection: close\r\n", peer.Text, StringComparison.Ordinal);
        Assert.True(peer.IsOver);
    }

    [Fact]
    public void The_rest_of_a_body_that_was_not_read_is_skipped_if_it_is_small()
    {
        using var rig = new AsyncRig(Ignore, streams: true);
        var peer = rig.Connect();
        peer.Send(Post + "Content-Length: 100000\r\n\r\n");
        peer.Send(new byte[100_000]);
        peer.Send(Post + "Content-Length: 3\r\n\r\nabc");

        Assert.Equal(3, peer.Text.Split("HTTP/1.1 200 OK").Length);
        Assert.False(peer.IsOver);
    }

    [Fact]
    public void And_the_connection_is_closed_if_it_is_large()
    {
        using var rig = new AsyncRig(Ignore, streams: true);
        var peer = rig.Connect();
        peer.Send(Post + "Content-Length: 10000000\r\n\r\n");
        peer.Press(new byte[1_000_000]);

        Assert.StartsWith("HTTP/1.1 200 OK", peer.Text, StringComparison.Ordinal);
        Assert.True(peer.IsOver);
    }

    [Fact]
    public void Who_wants_no_more_of_a_body_completes_the_reader_and_the_rest_is_thrown_away()
    {
        var goOn = new TaskCompletionSource();
        using var rig = new AsyncRig(
            async (request, response) =>
            {
                await request.BodyReader.CompleteAsync(new InvalidDataException("no more"));
                await goOn.Task;
                response.Send("enough"u8);
            },
            streams: true);
        var peer = rig.Connect();
        peer.Send(Post + "Content-Length: 1000000\r\n\r\n");
        peer.Send(new byte[1_000_000]);
        goOn.SetResult();
        rig.Settle();

        Assert.EndsWith("\r\n\r\nenough", peer.Text, StringComparison.Ordinal);
        Assert.False(peer.IsOver);
    }

    [Theory, InlineData(HandlerThread.Loop, true), InlineData(HandlerThread.Loop, false), InlineData(HandlerThread.ThreadPool, true)]
    public void Ten_mebibytes_are_echoed_while_they_come(HandlerThread thread, bool isChunked)
    {
        const int Size = 10 * 1024 * 1024;
        using var rig = new AsyncRig(
            static async (request, response) =>
            {
                response.ContentLength = request.ContentLength;
                await request.BodyReader.CopyToAsync(response.BodyWriter);
            },
            thread,
            streams: true);
        var body = Random(Size);
        var wire = isChunked ? [.. Encoding.ASCII.GetBytes($"{Size / 2:X}\r\n"), .. body.AsSpan(0, Size / 2), .. "\r\n"u8,
            .. Encoding.ASCII.GetBytes($"{Size / 2:X}\r\n"), .. body.AsSpan(Size / 2), .. "\r\n0\r\n\r\n"u8] : body;
        var peer = rig.Connect();
        peer.Send(isChunked ? Chunked : Post + $"Content-Length: {Size}\r\n\r\n");
        var (sent, received) = (0, 0);
        rig.Until(() =>
        {
            sent += peer.Press(wire.AsSpan(sent));
            received = peer.Count;
            return sent == wire.Length && (isChunked ? peer.EndsWith("\r\n0\r\n\r\n"u8) : received > Size + 50 && peer.Body.Length == Size);
        });

        Assert.Equal(Digest(body), Digest(Encoding.Latin1.GetBytes(isChunked ? Chunks.Decode(peer.Text) : peer.Body)));
    }

    [Fact]
    public void A_response_can_end_while_its_request_still_comes_and_is_read()
    {
        using var rig = new AsyncRig(
            static async (request, response) =>
            {
                response.Send("done"u8);
                Assert.Equal("hello", Encoding.ASCII.GetString(await ReadAll(request)));
            },
            streams: true);
        var peer = rig.Connect();
        peer.Send(Post + "Content-Length: 5\r\n\r\nhel");
        Assert.EndsWith("\r\n\r\ndone", peer.Text, StringComparison.Ordinal);
        peer.Send("lo" + Post + "Content-Length: 5\r\n\r\nhello");
        rig.Settle();

        Assert.Equal(3, peer.Text.Split("done").Length);
    }
}
