using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Connections that go over to another protocol.</summary>
public sealed class UpgradeTests
{
    private const string Ask = "GET / HTTP/1.1\r\nHost: h\r\nConnection: upgrade\r\nUpgrade: other, Echo/1\r\n\r\n";

    public static TheoryData<HandlerThread> Threads => [HandlerThread.Loop, HandlerThread.ThreadPool];

    [Theory, MemberData(nameof(Threads))]
    public void Bytes_go_both_ways_the_ones_behind_the_head_first_until_the_handler_ends(HandlerThread thread)
    {
        using var rig = new AsyncRig(Echo, thread);
        var peer = rig.Connect();
        peer.Send(Ask + "early ");
        rig.Until(() => peer.Text.EndsWith("early ", StringComparison.Ordinal));
        Assert.StartsWith(
            "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: echo/1\r\nX-Key: value\r\n\r\nearly ", peer.Text, StringComparison.Ordinal);

        peer.Send("GET / HTTP/1.1\r\n\r\n");
        rig.Until(() => peer.Body == "early GET / HTTP/1.1\r\n\r\n");
        Assert.False(peer.IsOver);
        peer.End();
        rig.Until(() => peer.IsOver);

        Assert.EndsWith("bye", peer.Text, StringComparison.Ordinal);
        rig.Until(() => rig.Server.NChannels == 0);
        Assert.Equal(1, rig.Server.EndedFor(ChannelEndReason.Upgraded));
    }

    [Fact]
    public void Both_directions_hold_back()
    {
        var isReading = new TaskCompletionSource();
        var written = 0;
        using var rig = new AsyncRig(async (_, response) =>
        {
            var pipe = response.Upgrade("echo/1");
            for (; written < 5_000_000; written += 10_000)
            {
                if ((await pipe.Output.WriteAsync(new byte[10_000])).IsCompleted)
                {
                    return;
                }
            }

            await isReading.Task;
            await pipe.Input.CopyToAsync(Stream.Null);
        });
        var peer = rig.Connect();
        peer.Send(Ask);
        Assert.InRange(written, 50_000, 400_000);
        var sent = peer.Press(new byte[5_000_000]);
        Assert.InRange(sent, 50_000, 400_000);

        rig.Until(() => peer.Count >= 5_000_000);
        isReading.SetResult();
        rig.Until(() =>
        {
            sent += peer.Press(new byte[5_000_000 - sent]);
            return sent == 5_000_000;
        });
        peer.End();
        rig.Until(() => peer.IsOver);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: h\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: h\r\nConnection: upgrade\r\nUpgrade: other\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: h\r\nUpgrade: echo/1\r\n\r\n")]
    [InlineData("GET / HTTP/1.0\r\nHost: h\r\nConnection: upgrade\r\nUpgrade: echo/1\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nHost: h\r\nConnection: upgrade\r\nUpgrade: echo/1\r\nContent-Length: 1\r\n\r\nx")]
    public void What_the_client_does_not_offer_is_refused_and_can_be_answered(string request)
    {
        using var rig = new AsyncRig(static (_, response) =>
        {
            Assert.Throws<InvalidOperationException>(() => response.Upgrade("echo/1"));
            response.Send(426, "text/plain"u8, "no"u8);
            return Task.CompletedTask;
        });

        Assert.StartsWith("HTTP/1.1 426 ", rig.Ask(request), StringComparison.Ordinal);
    }

    [Fact]
    public void An_offer_that_is_not_taken_is_an_ordinary_request()
    {
        using var rig = new AsyncRig(static (_, response) =>
        {
            response.Send("ok"u8);
            return Task.CompletedTask;
        });

        Assert.Equal(3, rig.Ask(Ask + Ask).Split("HTTP/1.1 200 OK").Length);
    }

    [Theory, MemberData(nameof(Threads))]
    public void A_client_that_breaks_the_connection_is_told_to_the_handler(HandlerThread thread)
    {
        Exception? failure = null;
        using var rig = new AsyncRig(
            async (_, response) =>
            {
                var pipe = response.Upgrade("echo/1");
                failure = await Record.ExceptionAsync(() => Drain(pipe.Input));
                Assert.True((await pipe.Output.WriteAsync("x"u8.ToArray())).IsCompleted);
            },
            thread);
        var peer = rig.Connect();
        peer.Send(Ask + "early");
        rig.Until(() => peer.Text.Length > 0);
        peer.Reset();
        rig.Until(() => failure is not null && rig.Server.NChannels == 0);

        Assert.IsType<HttpBodyException>(failure);
    }

    [Theory, MemberData(nameof(Threads))]
    public void A_handler_that_upgrades_after_the_end_of_the_connection_is_told(HandlerThread thread)
    {
        var (isGone, isDone) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), false);
        var (failure, isCompleted) = ((Exception?)null, false);
        using var rig = new AsyncRig(
            async (_, response) =>
            {
                await isGone.Task;
                var pipe = response.Upgrade("echo/1");
                failure = await Record.ExceptionAsync(() => Drain(pipe.Input));
                isCompleted = (await pipe.Output.WriteAsync(new byte[1_000_000])).IsCompleted;
                Volatile.Write(ref isDone, true);
            },
            thread);
        var peer = rig.Connect();
        peer.Send(Ask);
        peer.Reset();
        rig.Until(() => rig.Server.NChannels == 0);
        isGone.SetResult();
        rig.Until(() => Volatile.Read(ref isDone));

        Assert.IsType<HttpBodyException>(failure);
        Assert.True(isCompleted);
    }

    [Fact]
    public void A_server_that_stops_lets_it_go_on_and_drops_it_in_the_end()
    {
        using var rig = new AsyncRig(Echo);
        var peer = rig.Connect();
        peer.Send(Ask);
        rig.Server.Send(new EvStopServing());
        rig.Pass(TimeSpan.FromSeconds(29));
        peer.Send("still there");
        Assert.EndsWith("still there", peer.Text, StringComparison.Ordinal);

        rig.Pass(TimeSpan.FromSeconds(2));
        Assert.True(peer.IsOver);
        Assert.Equal(0, rig.Server.NChannels);
    }

    [Fact]
    public void It_is_no_request_that_waits_for_its_answer()
    {
        using var rig = new AsyncRig(static server => (server.MaximumSimultaneousRequests, server.AsyncHandler) =
            (1, static (request, response) => request.WantsUpgrade ? Echo(request, response) : Task.CompletedTask));
        var peer = rig.Connect();
        peer.Send(Ask);

        Assert.StartsWith("HTTP/1.1 200 ", rig.Ask("GET / HTTP/1.1\r\nHost: h\r\n\r\n"), StringComparison.Ordinal);
        peer.End();
    }

    [Fact]
    public void A_handler_that_fails_ends_the_connection()
    {
        using var rig = new AsyncRig(static async (_, response) =>
        {
            await response.Upgrade("echo/1").Input.ReadAsync();
            throw new InvalidDataException("no");
        });
        rig.AllowsErrors = true;
        var peer = rig.Connect();
        peer.Send(Ask + "x");
        rig.Until(() => peer.IsOver);

        Assert.StartsWith("HTTP/1.1 101 ", peer.Text, StringComparison.Ordinal);
        Assert.Single(rig.Errors);
    }

    private static Task Drain(PipeReader input) => input.CopyToAsync(Stream.Null);

    private static async Task Echo(HttpRequest request, HttpResponse response)
    {
        response.Headers.Add("X-Key", "value");
        var pipe = response.Upgrade("echo/1");
        Assert.Throws<InvalidOperationException>(() => response.Upgrade("echo/1"));
        await pipe.Input.CopyToAsync(pipe.Output);
        await pipe.Output.WriteAsync("bye"u8.ToArray());
    }
}
