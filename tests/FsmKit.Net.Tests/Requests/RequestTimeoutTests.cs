using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Checks that an overdue request fails, and is never sent afterwards.</summary>
public class RequestTimeoutTests
{
    [Fact]
    public void A_request_that_times_out_without_a_connection_is_never_sent()
    {
        using var net = new RequestNet(listens: false);
        net.Ask("dead", 1, 1_000);
        net.Ask("alive", 2, 60_000);
        net.Net.Pass(999);
        Assert.Equal([], net.Asker.Heard);
        net.Net.Pass(2);
        Assert.Equal(["1 TimedOut"], net.Asker.Heard);

        net.Listen();
        using var peer = net.Accept();
        Assert.Equal("alive\n", net.Read(peer));
        net.Answer(peer, "here\n");
        Assert.Equal(["1 TimedOut", "2 here"], net.Asker.Heard);
        Assert.Equal((1, 0, 0), (net.Requester.TimedOutRequests, net.Requester.WaitingRequests, net.Requester.Connex.QueuedMessages));
    }

    [Fact]
    public void A_request_that_times_out_behind_a_congested_connection_is_never_sent()
    {
        using var net = new RequestNet(pipeCapacity: 1_000);
        using var peer = net.Accept();
        for (var i = 0; i < 4; i++)
        {
            net.Ask(new string((char)('a' + i), 50_000), i, 60_000);
        }

        net.Ask("dead", 8, 1_000);
        net.Ask("alive", 9, 60_000);
        Assert.InRange(net.Requester.WaitingRequests, 2, 5);
        net.Net.Pass(1_001);
        Assert.Equal(["8 TimedOut"], net.Asker.Heard);
        var read = "";
        while (net.Requester.WaitingRequests > 0 || net.Requester.Connex.Gsock.PendingBytes > 0)
        {
            read += net.Read(peer);
        }

        read += net.Read(peer);
        Assert.Equal(200_000 + 4 + 6, read.Length);
        Assert.EndsWith("d\nalive\n", read, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sent_request_that_times_out_keeps_its_place_and_its_late_response_is_dropped()
    {
        using var net = new RequestNet();
        using var peer = net.Accept();
        net.Ask("a", 1);
        net.Ask("slow", 2, 1_000);
        net.Ask("c", 3);
        net.Answer(peer, "A\n");
        net.Net.Pass(1_001);
        Assert.Equal(["1 A", "2 TimedOut"], net.Asker.Heard);
        Assert.Equal(2, net.Requester.RequestsInFlight);
        net.Answer(peer, "late\nC\n");

        Assert.Equal(["1 A", "2 TimedOut", "3 C"], net.Asker.Heard);
        Assert.Equal((1, 0), (net.Requester.LateResponses, net.Requester.RequestsInFlight));
        Assert.False(peer.IsEnded);
    }

    [Fact]
    public void With_ids_a_late_response_is_dropped_wherever_it_comes()
    {
        using var net = new RequestNet(static requester => requester.Ids = RequestIds.Prefixed(2));
        using var peer = net.Accept();
        net.Ask("slow", 1, 1_000);
        net.Ask("b", 2);
        net.Answer(peer, "\0\u0002B\n");
        net.Net.Pass(1_001);
        net.Ask("c", 3);
        net.Answer(peer, "\0\u0003C\n\0\u0001late\n");

        Assert.Equal(["2 B", "1 TimedOut", "3 C"], net.Asker.Heard);
        Assert.Equal((1, 0), (net.Requester.LateResponses, net.Requester.RequestsInFlight));
    }

    [Fact]
    public void A_connection_that_answers_nothing_is_dropped_and_another_is_made()
    {
        using var net = new RequestNet();
        using var peer = net.Accept();
        net.Ask("a", 1, 1_000);
        net.Net.Pass(500);
        net.Ask("b", 2, 1_000);
        net.Net.Pass(502);

        Assert.Equal("a\nb\n", net.Read(peer));
        Assert.True(peer.IsEnded);
        Assert.Equal(["1 TimedOut", "2 ConnectionLost"], net.Asker.Heard);
        using var second = net.Accept();
        net.Ask("c", 3);
        Assert.Equal("c\n", net.Read(second));
    }

    [Fact]
    public void The_parameter_holds_for_requests_that_name_no_timeout()
    {
        using var net = new RequestNet(static requester => requester.Timeout = TimeSpan.FromSeconds(2), listens: false);
        net.Ask("a", 1);
        net.Net.Pass(1_999);
        Assert.Equal([], net.Asker.Heard);
        net.Net.Pass(2);
        Assert.Equal(["1 TimedOut"], net.Asker.Heard);
    }
}
