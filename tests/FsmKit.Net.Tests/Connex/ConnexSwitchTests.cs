using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Switching a connex off and on, and other settings.</summary>
public class ConnexSwitchTests
{
    [Theory, EveryReactor]
    public void Disabled_from_the_beginning_it_does_nothing_until_it_is_enabled(ReactorKind kind)
    {
        using var net = new ConnexNet(kind);
        var (listener, destination) = net.Listen();
        var connex = net.Start([destination], static connex => connex.Disabled = true);
        net.Pass(100);
        Assert.True(connex.IsDisconnected);
        Assert.Equal(Outcome.Refused, connex.Send(new EvSendData("x"u8)));
        Assert.Equal(Outcome.Refused, connex.Send(new EvConnect()));

        connex.Disabled = false;
        net.Pass(0.001);
        net.Accept(listener);
    }

    [Theory, EveryReactor]
    public void Disabling_drops_the_connection_and_enabling_makes_one(ReactorKind kind)
    {
        using var net = new ConnexNet(kind);
        var (listener, destination) = net.Listen();
        var connex = net.Start([destination], static connex => connex.StartDelay = TimeSpan.FromSeconds(2));
        net.Pass(2);
        var peer = net.Accept(listener);
        connex.Disabled = true;
        Assert.Equal(Outcome.Refused, connex.Send(new EvSendData("x"u8)));
        Assert.Equal("", net.Read(peer, 1));
        net.Net.Until(() => connex.IsDisconnected);
        net.Pass(100);
        Assert.Equal("disconnected Dropped Success", net.Talker.Events[^1]);
        Assert.Empty(net.Pauses());

        connex.Send(new EvEnable());
        Assert.False(connex.Disabled);
        net.Pass(1.9);
        Assert.True(connex.IsDisconnected);
        net.Pass(0.1);
        net.Accept(listener);
    }

    [Theory, EveryReactor]
    public void Disabling_ends_an_attempt_and_a_pause(ReactorKind kind)
    {
        using var net = new ConnexNet(kind);
        var connex = net.Start([net.BlackHole()]);
        net.Pass(0.001);
        connex.Send(new EvDisable());
        Assert.True(connex.Disabled);
        net.Net.Until(() => connex.IsDisconnected);
        net.Pass(1000);
        Assert.Empty(net.Pauses());

        connex.Destinations = [net.Refusing()];
        connex.Disabled = false;
        net.Pass(0.001);
        net.NextPause();
        connex.WriteParameter("disabled", "yes");
        net.Pass(1000);
        Assert.Empty(net.Pauses());
    }

    [Theory, EveryReactor]
    public void Off_and_on_again_connects_at_once(ReactorKind kind)
    {
        using var net = new ConnexNet(kind);
        var (listener, destination) = net.Listen();
        var connex = net.Start([destination]);
        net.Pass(0.001);
        net.Accept(listener);
        connex.Disabled = true;
        connex.Disabled = false;
        net.Net.Until(() => net.Talker.Count("disconnected") == 1);
        net.Accept(listener);

        Assert.Empty(net.Pauses());
    }

    [Theory, EveryReactor]
    public void Destinations_are_a_setting_and_without_one_there_is_no_connex(ReactorKind kind)
    {
        using var net = new ConnexNet(kind, [new("GConnex.destinations", "a:80, [::1]:81 unix:/tmp/s")]);
        Assert.Equal([new("a", 80), new("::1", 81), new("unix:/tmp/s")], net.Talker.Create<GConnex>("connex").Destinations);

        using var bare = new ConnexNet(kind);
        var x = Assert.Throws<GObjException>(() => bare.Talker.Create<GConnex>("connex"));
        Assert.Contains("GConnex:connex has no destination to connect to: set Destinations", x.Message, StringComparison.Ordinal);
        Assert.Equal(0, bare.Talker.ChildCount);
        Assert.Throws<ParameterException>(() => bare.Start([new HostPort("a", 70_000)]));
    }

    [Theory]
    [InlineData("name:80", "name", 80)]
    [InlineData("10.0.0.1:65535", "10.0.0.1", 65535)]
    [InlineData("[::1]:80", "::1", 80)]
    [InlineData("unix:/tmp/a:b", "unix:/tmp/a:b", 0)]
    [InlineData("unix:@name", "unix:@name", 0)]
    public void A_destination_is_read_from_text_and_written_as_it_was(string text, string host, int port)
    {
        var parsed = HostPort.Parse(text, null);

        Assert.Equal(new HostPort(host, port), parsed);
        Assert.Equal(text, parsed.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("name")]
    [InlineData(":80")]
    [InlineData("name:")]
    [InlineData("name:0")]
    [InlineData("name:65536")]
    [InlineData("name:-1")]
    [InlineData("::1:80")]
    [InlineData("unix:")]
    public void What_is_no_destination_is_refused(string text) => Assert.False(HostPort.TryParse(text, null, out _));

    [Theory, EveryReactor]
    public void Events_can_be_suppressed(ReactorKind kind)
    {
        using var net = new ConnexNet(kind);
        var (listener, destination) = net.Listen();
        net.Start([destination], static connex => (connex.ConnectedEventName, connex.TransmitReadyEventName) = (null, null));
        net.Pass(0.001);
        net.Accept(listener).Close();
        net.Net.Until(() => net.Talker.Events.Count > 0);

        Assert.Equal(["disconnected PeerClosed Success"], net.Talker.Events);
    }

    [Theory, EveryReactor]
    public void A_subscriber_may_destroy_it_from_any_event(ReactorKind kind)
    {
        using var net = new ConnexNet(kind);
        var (first, one) = net.Listen();
        var connex = net.Start([one]);
        net.Talker.OnConnected = static gsock => gsock.Connex!.Destroy();
        net.Pass(0.001);
        net.Net.Until(() => connex.IsDestroyed);
        net.Pass(100);

        var other = net.Start([one]);
        net.Talker.OnConnected = null;
        net.Talker.OnDisconnected = static e => e.Gsock.Connex!.Destroy();
        first.Accept().Close();
        net.Pass(0.001);
        net.Accept(first).Close();
        net.Net.Until(() => other.IsDestroyed);
        net.Pass(100);
        Assert.Equal(0, net.Talker.ChildCount);
    }

    [Theory, EveryReactor]
    public void A_subscriber_may_switch_it_off_when_it_hears_of_the_end(ReactorKind kind)
    {
        using var net = new ConnexNet(kind);
        var (first, one) = net.Listen();
        var (_, two) = net.Listen();
        foreach (var destinations in new[] { new[] { one }, [one, two] })
        {
            var connex = net.Start(destinations);
            net.Talker.OnDisconnected = static e => e.Gsock.Connex!.Disabled = true;
            net.Pass(0.001);
            var peer = net.Accept(first);
            net.Pass(10);
            peer.Close();
            net.Net.Until(() => connex.IsDisconnected);
            net.Pass(1000);
            Assert.True(connex.IsDisconnected);
            connex.Destroy();
        }

        Assert.Equal(2, net.Talker.Count("connected"));
        Assert.Equal(2, net.Talker.Count("disconnected"));
    }

    [Theory, EveryReactor]
    public void A_setting_that_destroys_gsocks_does_not_end_it(ReactorKind kind)
    {
        using var net = new ConnexNet(kind, [new("GSock.auto_destroy", "true")]);
        var (listener, destination) = net.Listen();
        var connex = net.Start([destination]);
        var gsock = connex.Gsock;
        net.Pass(0.001);
        net.Accept(listener).Close();
        net.Pass(net.NextPause());
        net.Accept(listener);

        Assert.True(gsock.IsDestroyed);
        Assert.Equal(1, connex.ChildCount);
    }

    [Theory, EveryReactor]
    public void A_setting_that_suppresses_events_of_gsocks_does_not_deafen_it(ReactorKind kind)
    {
        using var net = new ConnexNet(kind, [new("GSock.connected_event_name", ""), new("GSock.disconnected_event_name", "")]);
        var (listener, destination) = net.Listen();
        var connex = net.Start([destination]);
        net.Pass(0.001);
        var first = net.Accept(listener);
        Assert.True(connex.IsConnected);
        first.Close();
        net.Pass(net.NextPause());
        net.Accept(listener);

        Assert.True(connex.IsConnected);
    }
}
