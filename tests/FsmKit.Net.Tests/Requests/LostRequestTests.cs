using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Connections that end with requests outstanding, limits, and connections on demand.</summary>
public class LostRequestTests
{
    [Fact]
    public void Sent_requests_fail_with_their_connection_and_waiting_ones_go_out_with_the_next()
    {
        using var net = new RequestNet(static requester => requester.MaxInFlight = 2);
        using var peer = net.Accept();
        net.Ask("a", 1);
        net.Ask("b", 2);
        net.Ask("c", 3);
        Assert.Equal("a\nb\n", net.Read(peer));
        peer.Reset();
        net.Net.Settle();
        Assert.Equal(["1 ConnectionLost", "2 ConnectionLost"], net.Asker.Heard);

        using var second = net.Accept();
        Assert.Equal("c\n", net.Read(second));
        net.Answer(second, "C\n");
        Assert.Equal("3 C", net.Asker.Heard[^1]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Lost_requests_are_sent_again_in_their_order_and_within_their_time_if_that_is_wanted(bool withIds)
    {
        using var net = new RequestNet(requester =>
        {
            (requester.WhenLost, requester.MaxInFlight) = (LostRequests.Resend, 3);
            requester.Ids = withIds ? new DigitIds() : null;
        });
        using var peer = net.Accept();
        net.Ask("a", 1);
        net.Ask("short", 2, 1_000);
        net.Ask("c", 3);
        Assert.Equal(withIds ? "1a\n2short\n3c\n" : "a\nshort\nc\n", net.Read(peer));
        net.Answer(peer, withIds ? "1A\n" : "A\n");
        net.Listener!.Dispose();
        peer.Reset();
        net.Net.Pass(1_001);
        Assert.Equal(["1 A", "2 TimedOut"], net.Asker.Heard);
        net.Ask("d", 4);

        net.Listen();
        using var second = net.Accept();
        Assert.Equal(withIds ? "3c\n1d\n" : "c\nd\n", net.Read(second));
        net.Answer(second, withIds ? "1D\n3C\n" : "C\nD\n");
        Assert.Equal(withIds ? ["4 D", "3 C"] : ["3 C", "4 D"], net.Asker.Heard.Skip(2));
    }

    [Fact]
    public void A_place_that_is_kept_ends_with_its_connection()
    {
        using var net = new RequestNet(static requester => requester.WhenLost = LostRequests.Resend);
        using var peer = net.Accept();
        net.Ask("a", 1);
        net.Ask("slow", 2, 1_000);
        net.Answer(peer, "A\n");
        net.Net.Pass(1_001);
        Assert.Equal(1, net.Requester.RequestsInFlight);
        peer.Reset();
        net.Net.Settle();
        using var second = net.Accept();
        net.Ask("c", 3);
        Assert.Equal("c\n", net.Read(second));
        net.Answer(second, "C\n");

        Assert.Equal(["1 A", "2 TimedOut", "3 C"], net.Asker.Heard);
    }

    [Fact]
    public void One_request_more_than_the_limit_is_refused()
    {
        using var net = new RequestNet(static requester => requester.MaxOutstanding = 2, listens: false);
        Assert.Equal(Outcome.Handled, net.Ask("a", 1));
        Assert.Equal(Outcome.Handled, net.Ask("b", 2));
        Assert.Equal(Outcome.Refused, net.Ask("c", 3));
        var call = net.Requester.CallAsync("d"u8.ToArray(), cancellation: TestContext.Current.CancellationToken);
        net.Net.Settle();
        Assert.Equal(RequestFailure.Refused, Assert.IsType<RequestException>(call.Exception!.InnerException).Reason);
        net.Listen();
        using var peer = net.Accept();
        net.Answer(peer, "A\n");
        Assert.Equal(Outcome.Handled, net.Ask("c", 3));
        Assert.Equal("a\nb\nc\n", net.Read(peer));
    }

    [Fact]
    public void On_demand_a_request_makes_the_connection_and_attempts_go_on_while_requests_wait()
    {
        using var net = new RequestNet(
            static requester => requester.ConfigureConnex = static connex =>
            {
                (connex.TimeoutInactivity, connex.Jitter) = (TimeSpan.FromSeconds(10), BackoffJitter.None);
            },
            listens: false);
        net.Net.Pass(1_000);
        Assert.True(net.Requester.Connex.IsDisconnected);
        net.Ask("a", 1);
        net.Net.Pass(1_000);
        net.Listen();
        using (var peer = net.Accept())
        {
            Assert.Equal("a\n", net.Read(peer));
            net.Answer(peer, "A\n");
            net.Net.Pass(10_001);
            Assert.True(peer.IsEnded);
        }

        net.Net.Settle();
        Assert.True(net.Requester.Connex.IsDisconnected);
        net.Ask("b", 2);
        using var second = net.Accept();
        Assert.Equal("b\n", net.Read(second));
    }

    [Fact]
    public void A_connection_on_demand_is_not_idle_while_a_response_is_awaited()
    {
        using var net = new RequestNet(static requester => requester.ConfigureConnex = static connex => connex.TimeoutInactivity = TimeSpan.FromSeconds(1));
        net.Ask("slow", 1);
        using var peer = net.Accept();
        net.Net.Pass(5_000);
        Assert.False(peer.IsEnded);
        net.Answer(peer, "at last\n");
        Assert.Equal(["1 at last"], net.Asker.Heard);
        Assert.Equal("slow\n", net.Read(peer));
        net.Net.Pass(2_001);
        Assert.True(peer.IsEnded);
    }

    [Fact]
    public void Destroying_the_requester_fails_everything()
    {
        using var net = new RequestNet(static requester => requester.MaxInFlight = 1);
        using var peer = net.Accept();
        var other = net.Net.App.Create<Asker>("other", other => other.Requester = net.Requester);
        other.Send(new EvAsk("sent", 1));
        other.Send(new EvAsk("waits", 2));
        var taken = net.Requester.CallAsync("x"u8.ToArray(), cancellation: TestContext.Current.CancellationToken);
        net.Net.Settle();
        var onItsWay = net.Requester.CallAsync("y"u8.ToArray(), cancellation: TestContext.Current.CancellationToken);
        net.Requester.Destroy();
        var late = net.Requester.CallAsync("z"u8.ToArray(), cancellation: TestContext.Current.CancellationToken);
        net.Net.Settle();

        Assert.Equal(["1 Destroyed", "2 Destroyed"], other.Heard);
        Assert.All(new[] { taken, onItsWay, late }, static call =>
            Assert.Equal(RequestFailure.Destroyed, Assert.IsType<RequestException>(call.Exception!.InnerException).Reason));
    }
}
