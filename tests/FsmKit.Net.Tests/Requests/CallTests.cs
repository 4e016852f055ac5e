using System.Text;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Calls of application code.</summary>
public class CallTests
{
    private static CancellationToken Stopped => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_ends_with_its_response_or_the_reason_of_its_failure()
    {
        using var net = new RequestNet();
        using var peer = net.Accept();
        var good = net.Requester.CallAsync("a"u8.ToArray(), cancellation: Stopped);
        var slow = net.Requester.CallAsync("b"u8.ToArray(), TimeSpan.FromSeconds(1), Stopped);
        var bad = net.Requester.CallAsync("two\nlines"u8.ToArray(), cancellation: Stopped);
        net.Net.Settle();
        Assert.Equal("a\nb\n", net.Read(peer));
        net.Answer(peer, "A\n");
        net.Net.Pass(1_001);

        Assert.True(good.IsCompletedSuccessfully);
        Assert.Equal("A"u8.ToArray(), await good);
        Assert.Equal(RequestFailure.TimedOut, Assert.IsType<RequestException>(slow.Exception!.InnerException).Reason);
        Assert.IsType<ArgumentException>(bad.Exception!.InnerException);
    }

    [Fact]
    public async Task A_cancelled_call_that_waits_is_never_sent_and_the_response_to_a_sent_one_is_dropped()
    {
        using var net = new RequestNet(static requester => requester.MaxInFlight = 2);
        using var peer = net.Accept();
        using var cancel = new CancellationTokenSource();
        var sent = net.Requester.CallAsync("sent"u8.ToArray(), cancellation: cancel.Token);
        var second = net.Requester.CallAsync("second"u8.ToArray(), cancellation: Stopped);
        var waits = net.Requester.CallAsync("waits"u8.ToArray(), cancellation: cancel.Token);
        net.Net.Settle();
        await cancel.CancelAsync();
        var never = net.Requester.CallAsync("never"u8.ToArray(), cancellation: cancel.Token);
        net.Net.Settle();
        Assert.True(sent.IsCanceled && waits.IsCanceled && never.IsCanceled);
        net.Answer(peer, "late\nSECOND\n");

        Assert.Equal("SECOND"u8.ToArray(), await second);
        Assert.Equal("sent\nsecond\n", net.Read(peer));
        Assert.Equal((1, 0, 0), (net.Requester.LateResponses, net.Requester.WaitingRequests, net.Requester.RequestsInFlight));
    }

    [Fact]
    public void A_call_that_is_cancelled_after_its_end_does_not_touch_the_request_that_follows()
    {
        using var net = new RequestNet();
        using var peer = net.Accept();
        using var cancel = new CancellationTokenSource();
        var first = net.Requester.CallAsync("a"u8.ToArray(), cancellation: cancel.Token);
        net.Net.Settle();
        net.Answer(peer, "A\n");
        net.Ask("b", 1);
        cancel.Cancel();
        net.Net.Settle();
        net.Answer(peer, "B\n");

        Assert.True(first.IsCompletedSuccessfully);
        Assert.Equal(["1 B"], net.Asker.Heard);
    }

    [Fact]
    public async Task Many_threads_call_a_server_over_loopback_and_get_their_own_answers()
    {
        using var serverLoop = new GAplic("server");
        var server = serverLoop.Create<GServerSock>("server", static server =>
        {
            (server.Host, server.Framing) = ("127.0.0.1", Framing.LengthPrefixed());
            server.Serve<Reverser>();
        });
        using var clientLoop = new GAplic("client");
        var requester = clientLoop.Create<GRequester>("requester", requester =>
            (requester.Destinations, requester.Ids, requester.MaxOutstanding) = ([new HostPort("127.0.0.1", server.Port)], RequestIds.Prefixed(), 100_000));
        using var stop = new CancellationTokenSource();
        var loops = new[] { Task.Run(() => serverLoop.Run(stop.Token), Stopped), Task.Run(() => clientLoop.Run(stop.Token), Stopped) };

        await Parallel.ForAsync(0, 4, Stopped, async (thread, cancellation) =>
        {
            for (var i = 0; i < 500; i++)
            {
                var response = await requester.CallAsync(Encoding.ASCII.GetBytes($"{thread}:{i}"), cancellation: cancellation);
                Assert.Equal($"{thread}:{i}", new string([.. Encoding.ASCII.GetString(response).Reverse()]));
            }
        });

        await stop.CancelAsync();
        await Task.WhenAll(loops);
        Assert.Equal(2_000, requester.Responses);
    }
}

/// <summary>Answers a frame, which begins with an id of four bytes, by the same id and the rest backwards.</summary>
[GClass]
[Input<EvFrame>]
public sealed partial class Reverser : GObj, ISession
{
    private readonly System.Buffers.ArrayBufferWriter<byte> _answer = new();
    private readonly Framing _framing = Framing.LengthPrefixed();

    public GSock Gsock { get; set; } = null!;

    private enum State : byte
    {
        [On<EvFrame>(nameof(AcReverse))]
        Serving,
    }

    private void AcReverse(in EvFrame e)
    {
        var answer = e.Data.ToArray();
        answer.AsSpan(4).Reverse();
        _answer.ResetWrittenCount();
        _framing.Write(_answer, answer);
        Send(Gsock, new EvSendData(_answer.WrittenSpan));
    }
}
