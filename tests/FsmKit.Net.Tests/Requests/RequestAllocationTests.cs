using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Checks that a request of a gclass and its response allocate nothing.</summary>
[Collection(nameof(SteadyStateTests))]
public class RequestAllocationTests
{
    [Theory]
    [InlineData(false, LostRequests.Fail)]
    [InlineData(true, LostRequests.Resend)]
    public void Requests_and_responses_allocate_nothing(bool withIds, LostRequests whenLost)
    {
        using var net = new MemoryNet();
        var server = net.App.Create<GServerSock>("server", static server =>
        {
            (server.Host, server.Port, server.Framing) = ("127.0.0.1", 80, Framing.LengthPrefixed());
            server.Serve<FrameEcho>();
        });
        var counter = net.App.Create<AnswerCounter>("counter");
        counter.Requester = counter.Create<GRequester>("requester", requester =>
            (requester.Destinations, requester.Ids, requester.WhenLost) = ([new HostPort("127.0.0.1", server.Port)], withIds ? RequestIds.Prefixed() : null, whenLost));
        net.Until(() => counter.Requester.Connex.IsConnected);

        Assert.Equal(0, Allocation.Of(() =>
        {
            for (var i = 0; i < 500; i++)
            {
                counter.Send(new EvCount());
                counter.Send(new EvCount());
                while (net.App.RunOnce() || net.Reactor.IsReady)
                {
                }
            }
        }));
        Assert.True(counter.Answers >= 1_000 && counter.Answers % 1_000 == 0);
    }
}

/// <summary>Sends a frame back as it came.</summary>
[GClass]
[Input<EvFrame>]
public sealed partial class FrameEcho : GObj, ISession
{
    private readonly System.Buffers.ArrayBufferWriter<byte> _answer = new();
    private readonly Framing _framing = Framing.LengthPrefixed();

    public GSock Gsock { get; set; } = null!;

    private enum State : byte
    {
        [On<EvFrame>(nameof(AcEcho))]
        Serving,
    }

    private void AcEcho(in EvFrame e)
    {
        _answer.ResetWrittenCount();
        _framing.Write(_answer, e.Data);
        Send(Gsock, new EvSendData(_answer.WrittenSpan));
    }
}

/// <summary>Sends a request.</summary>
public readonly record struct EvCount;

/// <summary>Sends requests and counts the answers.</summary>
[GClass]
[Input<EvCount>, Input<EvResponse>, Input<EvRequestFailed>]
public sealed partial class AnswerCounter : GObj
{
    public GRequester Requester { get; set; } = null!;

    public int Answers { get; private set; }

    private enum State : byte
    {
        [On<EvCount>(nameof(AcAsk))]
        [On<EvResponse>(nameof(AcCount))]
        [Refuse<EvRequestFailed>]
        Asking,
    }

    private void AcAsk() => Send(Requester, new EvRequest("a request of thirty-two bytes..."u8, 7));

    private void AcCount(in EvResponse e) => Answers += e.Tag == 7 && e.Data.Length == 32 ? 1 : 1000;
}
