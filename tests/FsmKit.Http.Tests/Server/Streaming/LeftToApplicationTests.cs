using System.Text;
using Xunit;
using static FsmKit.Http.Tests.Bodies;

namespace FsmKit.Http.Tests;

/// <summary>Mistakes of a client that an application may answer itself, where the server is told so.</summary>
public class LeftToApplicationTests
{
    private const string Next = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";

    public static TheoryData<HandlerThread> Threads => [HandlerThread.Loop, HandlerThread.ThreadPool];

    [Theory, MemberData(nameof(Threads))]
    public void A_body_that_breaks_the_rules_is_answered_by_the_application(HandlerThread thread)
    {
        var count = 0;
        using var rig = new AsyncRig(server =>
        {
            (server.HandlersRunOn, server.StreamBodies, server.AnswersBadBodies) = (thread, true, true);
            server.AsyncHandler = async (request, response) =>
            {
                Interlocked.Increment(ref count);
                var failure = await Assert.ThrowsAsync<HttpBodyException>(() => ReadAll(request));
                response.StatusCode = 422;
                response.Send(Encoding.ASCII.GetBytes($"{failure.Status}"));
            };
        });
        var peer = rig.Connect();
        peer.Send(Chunked + "5\r\nhello\r\ngg\r\n" + Next);
        rig.Until(() => peer.IsOver);
        Assert.StartsWith("HTTP/1.1 422 ", peer.Text, StringComparison.Ordinal);
        Assert.Contains("\r\nConnection: close\r\n", peer.Text, StringComparison.Ordinal);
        Assert.Equal("400", peer.Body);
        Assert.Equal(1, count);
    }

    [Theory, MemberData(nameof(Threads))]
    public void An_application_that_has_answered_already_is_not_disturbed(HandlerThread thread)
    {
        var mayEnd = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var rig = new AsyncRig(server =>
        {
            (server.HandlersRunOn, server.StreamBodies, server.AnswersBadBodies) = (thread, true, true);
            server.AsyncHandler = async (_, response) =>
            {
                await response.WriteAsync("one"u8.ToArray());
                await mayEnd.Task;
                await response.WriteAsync("two"u8.ToArray());
            };
        });
        var peer = rig.Connect();
        peer.Send(Chunked);
        rig.Until(() => peer.Text.Contains("one", StringComparison.Ordinal));
        peer.Send("gg\r\n");
        mayEnd.SetResult();
        rig.Until(() => peer.IsOver);
        Assert.Equal("onetwo", Chunks.Decode(peer.Text));
    }

    [Theory, MemberData(nameof(Threads))]
    public void The_end_of_the_input_cancels_the_request_and_its_response_is_sent(HandlerThread thread)
    {
        using var rig = new AsyncRig(server =>
        {
            (server.HandlersRunOn, server.AbortsAtInputEnd) = (thread, true);
            server.AsyncHandler = static async (request, response) =>
            {
                await Task.Delay(Timeout.Infinite, request.Aborted).ContinueWith(static _ => { }, TaskScheduler.Default);
                Assert.True(request.Aborted.IsCancellationRequested);
                response.Send("cancelled"u8);
            };
        });
        Assert.EndsWith("\r\n\r\ncancelled", rig.Ask(Next), StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_is_cancelled_although_its_body_is_read_after_the_end_of_the_input()
    {
        var mayRead = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var rig = new AsyncRig(server =>
        {
            (server.StreamBodies, server.AbortsAtInputEnd) = (true, true);
            server.AsyncHandler = async (request, response) =>
            {
                await mayRead.Task;
                var length = (await ReadAll(request)).Length;
                await Task.Delay(Timeout.Infinite, request.Aborted).ContinueWith(static _ => { }, TaskScheduler.Default);
                response.Send(Encoding.ASCII.GetBytes($"{length}"));
            };
        });
        var peer = rig.Connect();
        peer.Send(Post + "Content-Length: 80000\r\n\r\n" + new string('x', 80_000));
        peer.End();
        rig.Settle();
        mayRead.SetResult();
        rig.Until(() => peer.IsOver);
        Assert.Equal("80000", peer.Body);
    }

    [Fact]
    public void A_cancelled_request_leaves_no_mark_on_the_next_one_of_its_objects()
    {
        using var rig = new AsyncRig(static server =>
        {
            server.AbortsAtInputEnd = true;
            server.AsyncHandler = static async (request, response) =>
            {
                if (request.Path == "/waits")
                {
                    await Task.Delay(Timeout.Infinite, request.Aborted).ContinueWith(static _ => { }, TaskScheduler.Default);
                }

                response.Send(Encoding.ASCII.GetBytes($"{request.Aborted.IsCancellationRequested}"));
            };
        });
        Assert.EndsWith("True", rig.Ask("GET /waits HTTP/1.1\r\nHost: h\r\n\r\n"), StringComparison.Ordinal);
        var peer = rig.Connect();
        peer.Send(Next);
        rig.Until(() => peer.Count > 0);
        Assert.EndsWith("False", peer.Text, StringComparison.Ordinal);
    }
}
