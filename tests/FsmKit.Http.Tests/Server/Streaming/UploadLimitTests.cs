using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Xunit;
using static FsmKit.Http.Tests.Bodies;

namespace FsmKit.Http.Tests;

/// <summary>Bodies that are too long, too slow, or do not come to their end.</summary>
public sealed class UploadLimitTests
{
    public static TheoryData<HandlerThread> Threads => [HandlerThread.Loop, HandlerThread.ThreadPool];

    [Theory, MemberData(nameof(Threads))]
    public void A_body_that_gets_too_long_is_413_and_its_reader_learns_why(HandlerThread thread)
    {
        HttpBodyException? failure = null;
        using var rig = new AsyncRig(server =>
        {
            (server.StreamBodies, server.HandlersRunOn, server.MaxRequestBodySize) = (true, thread, 10);
            server.AsyncHandler = async (request, response) =>
            {
                failure = await Assert.ThrowsAsync<HttpBodyException>(() => ReadAll(request));
                Assert.True(request.Aborted.IsCancellationRequested);
                throw failure;
            };
        });
        var peer = rig.Connect();
        peer.Send(Chunked + Chunk("12345"));
        peer.Send(Chunk("67890x"));
        rig.Until(() => failure is not null && rig.Server.Context.InService == 0);

        Assert.StartsWith("HTTP/1.1 413 ", peer.Text, StringComparison.Ordinal);
        Assert.Equal(413, failure!.Status);
    }

    [Theory]
    [InlineData(0, 5, 30, false)]
    [InlineData(100, 5, 7, true)]
    [InlineData(100, 20, 19, false)]
    [InlineData(100, 20, 22, true)]
    public void A_request_may_have_its_own_lowest_rate(int rate, int window, int seconds, bool isTooSlow)
    {
        using var rig = new AsyncRig(server =>
        {
            (server.StreamBodies, server.MinBodyRate, server.RateWindow) = (true, isTooSlow ? 0 : 1000, TimeSpan.FromSeconds(2));
            server.AsyncHandler = async (request, response) =>
            {
                request.LimitBodyRate(rate, TimeSpan.FromSeconds(window));
                response.Send(await ReadAll(request));
            };
        });
        rig.AllowsErrors = true;
        var peer = rig.Connect();
        peer.Send(Post + "Content-Length: 5\r\n\r\n");
        rig.Pass(TimeSpan.FromSeconds(seconds));
        Assert.Equal(isTooSlow, peer.Text.StartsWith("HTTP/1.1 408 ", StringComparison.Ordinal));
        Assert.Equal(isTooSlow, peer.Text.Contains("\r\nConnection: close\r\n", StringComparison.Ordinal));
        if (!isTooSlow)
        {
            peer.Send("hello");
            rig.Until(() => peer.Text.EndsWith("hello", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_body_that_is_announced_too_long_is_413_and_nobody_is_asked()
    {
        using var rig = new AsyncRig(server =>
        {
            (server.StreamBodies, server.MaxRequestBodySize) = (true, 10);
            server.AsyncHandler = static (_, _) => throw new InvalidOperationException("Nobody should ask.");
        });

        Assert.StartsWith("HTTP/1.1 413 ", rig.Ask(Post + "Content-Length: 11\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_looks_at_the_head_says_for_each_request_how_long_its_body_may_be_and_how_it_comes()
    {
        using var rig = new AsyncRig(server =>
        {
            server.MaxRequestBodySize = 3;
            server.InspectHead = static request =>
            {
                (request.StreamsBody, request.MaxBodyBytes) = (request.RawPath.Length > 1, request.RawPath.Length > 1 ? 5 : null);
                return 0;
            };
            server.AsyncHandler = static async (request, response) => response.Send(await ReadAll(request));
        });

        Assert.EndsWith("\r\n\r\nhello", rig.Ask("POST /large HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 413 ", rig.Ask(Post + "Content-Length: 5\r\n\r\nhello"), StringComparison.Ordinal);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void A_body_that_is_cut_off_is_told_to_its_reader_and_logged_by_nobody(bool isReset)
    {
        HttpBodyException? failure = null;
        var token = CancellationToken.None;
        using var rig = new AsyncRig(
            async (request, _) =>
            {
                token = request.Aborted;
                failure = await Assert.ThrowsAsync<HttpBodyException>(() => ReadAll(request));
                throw failure;
            },
            streams: true);
        var peer = rig.Connect();
        peer.Send(Post + "Content-Length: 10\r\n\r\nhello");
        if (isReset)
        {
            peer.Reset();
        }
        else
        {
            peer.End();
        }

        rig.Until(() => failure is not null && token.IsCancellationRequested && rig.Server.Context.InService == 0);
        Assert.Equal(0, failure!.Status);
        Assert.Equal(1, rig.Server.EndedFor(isReset ? ChannelEndReason.ConnectionBroken : ChannelEndReason.RequestCutOff));
    }

    [Fact]
    public void A_client_that_goes_away_while_it_is_held_back_is_told()
    {
        var goOn = new TaskCompletionSource();
        HttpBodyException? failure = null;
        using var rig = new AsyncRig(
            async (request, _) =>
            {
                using (request.Aborted.Register(goOn.SetResult))
                {
                    await goOn.Task;
                }

                failure = await Assert.ThrowsAsync<HttpBodyException>(() => ReadAll(request));
            },
            streams: true);
        var peer = rig.Connect();
        peer.Send(Post + "Content-Length: 10000000\r\n\r\n");
        peer.Press(new byte[1_000_000]);
        peer.Reset();
        rig.Until(() => failure is not null && rig.Server.Context.InService == 0);
    }

    [Fact]
    public void A_body_that_comes_too_slowly_is_408_and_its_reader_learns_why()
    {
        HttpBodyException? failure = null;
        using var rig = new AsyncRig(
            async (request, _) => failure = await Assert.ThrowsAsync<HttpBodyException>(() => ReadAll(request)),
            streams: true);
        var peer = rig.Connect();
        peer.Send(Post + "Content-Length: 10\r\n\r\nhello");
        rig.Pass(TimeSpan.FromSeconds(12));

        Assert.StartsWith("HTTP/1.1 408 ", peer.Text, StringComparison.Ordinal);
        Assert.Equal(408, failure!.Status);
    }

    [Fact]
    public void The_client_is_not_blamed_for_a_reader_that_is_slow()
    {
        var goOn = new TaskCompletionSource();
        using var rig = new AsyncRig(
            async (request, response) =>
            {
                await goOn.Task;
                response.Send(Encoding.ASCII.GetBytes(Digest(await ReadAll(request))));
            },
            streams: true);
        var body = Random(1_000_000);
        var peer = rig.Connect();
        peer.Send(Post + "Content-Length: 1000000\r\n\r\n");
        var sent = peer.Press(body);
        rig.Pass(TimeSpan.FromMinutes(2));
        goOn.SetResult();
        rig.Until(() =>
        {
            sent += peer.Press(body.AsSpan(sent));
            return peer.Text.Length > 0;
        });

        Assert.Equal(Digest(body), peer.Body);
    }
}
