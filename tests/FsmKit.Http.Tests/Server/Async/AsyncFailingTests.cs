using System.Buffers;
using System.Text;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Handlers that wait or run elsewhere, and fail, and handlers whose client goes away.</summary>
public sealed class AsyncFailingTests
{
    private const string Get = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";

    public static TheoryData<HandlerThread> Threads => [HandlerThread.Loop, HandlerThread.ThreadPool];

    [Theory, MemberData(nameof(Threads))]
    public void An_exception_before_the_head_is_sent_is_500_and_the_connection_goes_on(HandlerThread thread)
    {
        using var rig = new AsyncRig(
            async (request, response) =>
            {
                response.Headers.Add("X-Not", "sent");
                response.Write("neither is this"u8);
                await Task.Yield();
                throw new InvalidDataException("no");
            },
            thread);
        rig.AllowsErrors = true;
        var peer = rig.Connect();
        peer.Send(Get + Get);
        rig.Until(() => peer.Text.Split("HTTP/1.1 500 Internal Server Error").Length == 3);

        Assert.DoesNotContain("sent", peer.Text, StringComparison.Ordinal);
        Assert.False(peer.IsOver);
        Assert.Equal(2, rig.Errors.Count);
    }

    [Fact]
    public void A_handler_that_throws_at_once_or_is_cancelled_is_500_too()
    {
        using var rig = new AsyncRig(static (request, _) => request.RawPath.Length == 1
            ? throw new InvalidDataException("no") : Task.FromCanceled(new CancellationToken(canceled: true)));
        rig.AllowsErrors = true;
        Assert.StartsWith("HTTP/1.1 500 ", rig.Ask(Get), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 500 ", rig.Ask("GET /cancelled HTTP/1.1\r\nHost: h\r\n\r\n"), StringComparison.Ordinal);
        Assert.Equal(0, rig.Server.Context.InService);
    }

    [Theory, MemberData(nameof(Threads))]
    public void An_exception_after_the_head_is_sent_breaks_the_connection(HandlerThread thread)
    {
        using var rig = new AsyncRig(
            async (_, response) =>
            {
                await response.WriteAsync("half"u8.ToArray());
                await Task.Yield();
                throw new InvalidDataException("no");
            },
            thread);
        rig.AllowsErrors = true;
        var peer = rig.Connect();
        peer.Send(Get);
        rig.Until(() => peer.IsOver);

        Assert.DoesNotContain("0\r\n\r\n", peer.Text, StringComparison.Ordinal);
        rig.Settle();
        Assert.Equal(1, rig.Server.EndedFor(ChannelEndReason.ResponseCutOff));
    }

    [Fact]
    public void A_body_shorter_than_announced_is_500_as_long_as_nothing_was_sent()
    {
        using var rig = new AsyncRig((_, response) =>
        {
            response.ContentLength = 10;
            response.Write("short"u8);
            return Task.CompletedTask;
        });
        rig.AllowsErrors = true;

        Assert.StartsWith("HTTP/1.1 500 ", rig.Ask(Get), StringComparison.Ordinal);
    }

    [Fact]
    public void A_handler_that_never_answers_is_answered_for_and_its_late_answer_harms_nobody()
    {
        var goOn = new TaskCompletionSource();
        HttpResponse? late = null;
        using var rig = new AsyncRig(server =>
        {
            server.ResponselessTimeout = TimeSpan.FromSeconds(10);
            server.AsyncHandler = async (request, response) =>
            {
                late = response;
                await goOn.Task;
                Assert.True(request.Aborted.IsCancellationRequested);
                Assert.Equal("/"u8, request.RawPath);
                Assert.False(await response.WriteAsync("late"u8.ToArray()));
            };
        });
        var peer = rig.Connect();
        peer.Send(Get);
        rig.Pass(TimeSpan.FromSeconds(11));
        Assert.StartsWith("HTTP/1.1 503 ", peer.Text, StringComparison.Ordinal);
        peer.End();
        Assert.Equal(1, rig.Server.EndedFor(ChannelEndReason.ResponseTimeout));
        Assert.Equal(1, rig.Server.Context.InService);

        goOn.SetResult();
        rig.Settle();
        Assert.Equal(0, rig.Server.Context.InService);
        Assert.DoesNotContain("late", peer.Text, StringComparison.Ordinal);
        Assert.True(late!.IsOver);
    }

    [Theory, MemberData(nameof(Threads))]
    public void A_client_that_goes_away_is_told_to_the_handler_and_logged_by_nobody(HandlerThread thread)
    {
        var aborted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bool? isTaken = null;
        using var rig = new AsyncRig(
            async (request, response) =>
            {
                using (request.Aborted.Register(aborted.SetResult))
                {
                    await aborted.Task;
                }

                isTaken = await response.WriteAsync("too late"u8.ToArray());
                throw new OperationCanceledException(request.Aborted);
            },
            thread);
        var peer = rig.Connect();
        peer.Send(Get);
        peer.Reset();
        rig.Until(() => rig.Server.Context.InService == 0);

        Assert.False(isTaken);
        Assert.Equal(1, rig.Server.EndedFor(ChannelEndReason.ConnectionBroken));
    }

    [Fact]
    public void A_handler_may_complete_the_writer_with_an_exception()
    {
        using var rig = new AsyncRig(async (_, response) =>
        {
            await response.BodyWriter.CompleteAsync(new InvalidDataException("no"));
        });
        rig.AllowsErrors = true;

        Assert.StartsWith("HTTP/1.1 500 ", rig.Ask(Get), StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_can_be_aborted()
    {
        using var rig = new AsyncRig(
            static async (request, response) =>
            {
                await response.WriteAsync("half"u8.ToArray());
                request.Abort();
                await Task.Delay(Timeout.Infinite, request.Aborted);
            },
            HandlerThread.ThreadPool);
        var peer = rig.Connect();
        peer.Send(Get);
        rig.Until(() => peer.IsOver && rig.Server.Context.InService == 0);

        Assert.True(peer.IsReset);
        Assert.DoesNotContain("0\r\n\r\n", peer.Text, StringComparison.Ordinal);
        Assert.Equal(1, rig.Server.EndedFor(ChannelEndReason.ClosedByApplication));
    }

    [Theory, InlineData(HandlerThread.Loop), InlineData(HandlerThread.ThreadPool)]
    public void A_request_that_is_aborted_by_a_handler_that_returns_at_once_is_not_answered(HandlerThread thread)
    {
        using var rig = new AsyncRig(
            static (request, _) =>
            {
                request.Abort();
                return Task.CompletedTask;
            },
            thread);
        var peer = rig.Connect();
        peer.Send(Get);
        rig.Until(() => peer.IsOver && rig.Server.Context.InService == 0);

        Assert.True(peer.IsReset);
        Assert.Empty(peer.Text);
    }

    [Fact]
    public void A_body_that_only_the_end_of_the_connection_ends_is_reset_when_it_is_cut_off()
    {
        var goOn = new TaskCompletionSource();
        using var rig = new AsyncRig(async (_, response) =>
        {
            await response.WriteAsync("half"u8.ToArray());
            await goOn.Task;
            throw new InvalidDataException("no");
        });
        rig.AllowsErrors = true;
        var peer = rig.Connect();
        peer.Send("GET / HTTP/1.0\r\n\r\n");
        Assert.Equal("half", peer.Body);
        goOn.SetResult();
        rig.Until(() => peer.IsOver);

        Assert.True(peer.IsReset);
    }
}
