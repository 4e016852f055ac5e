using System.Net;
using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>A client that has several ports to try.</summary>
public class MultiPortTests
{
    [Theory, EveryReactor]
    public void The_ports_are_tried_in_turn_until_one_connects(ReactorKind kind)
    {
        using var net = new Net(kind);
        var closed = net.BoundPort();
        var (listener, open) = net.PlainListener();
        var (talker, gsock) = net.Client(1, gsock => (gsock.UseMultiPorts, gsock.Ports) = (true, [closed, open]));
        gsock.Send(new EvConnect());
        gsock.Send(new EvSendData("to the second"u8));
        net.Until(() => talker.Count("ready") == 1);

        using var peer = listener.Accept();
        Assert.Equal("to the second", ConnectingTests.Read(peer, 13));
        Assert.Equal(["connected", "ready"], talker.Events);
        Assert.Equal((open, 1), (gsock.Port, gsock.NGsocks));
        Assert.Equal($"127.0.0.1:{open}", gsock.ReadParameter("addr"));

        // The next connect begins with the first one again.
        peer.Dispose();
        net.Until(() => gsock.IsDisconnected);
        listener.Dispose();
        gsock.Send(new EvConnect());
        Assert.Equal(closed, gsock.Port);
        net.Until(() => talker.Count("disconnected") == 2);
    }

    [Theory, EveryReactor]
    public void When_all_of_them_fail_there_is_one_end_with_the_last_reason(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (one, other) = (net.BoundPort(), net.BoundPort());
        var (talker, gsock) = net.Client(1, gsock => (gsock.UseMultiPorts, gsock.Ports) = (true, [one, other]));
        gsock.Send(new EvConnect());
        net.Until(() => talker.Events.Count > 0);
        net.Settle();

        Assert.Equal(["disconnected ConnectFailed ConnectionRefused"], talker.Events);
        Assert.Equal((other, 0, null), (gsock.Port, gsock.NGsocks, gsock.ReadParameter("addr")));
        Assert.Contains(net.Log, line => line.Contains($"127.0.0.1:{one}", StringComparison.Ordinal));
    }

    [Theory, EveryReactor]
    public void Each_of_them_is_tried_at_all_addresses_of_a_name_that_is_looked_up_once(ReactorKind kind)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Has all of 127/8.");
        using var net = new Net(kind);
        var closed = net.BoundPort();
        var (_, open) = net.PlainListener();
        var asked = 0;
        var (talker, gsock) = net.Client(1, gsock =>
        {
            (gsock.Host, gsock.UseMultiPorts, gsock.Ports) = ("two.example", true, [closed, open]);
            gsock.Resolver = (_, _) =>
            {
                asked++;
                return Task.FromResult<IPAddress[]>([IPAddress.Parse("127.0.0.2"), IPAddress.Loopback]);
            };
        });
        gsock.Send(new EvConnect());
        net.Until(() => talker.Events.Count > 0);

        Assert.Equal("connected", talker.Events[0]);
        Assert.Equal((1, open, "127.0.0.1"), (asked, gsock.Port, gsock.Ip));
    }

    [Theory, EveryReactor]
    public void A_connect_that_names_its_port_tries_no_other(ReactorKind kind)
    {
        using var net = new Net(kind);
        var closed = net.BoundPort();
        var (_, open) = net.PlainListener();
        var (talker, gsock) = net.Client(1, gsock => (gsock.UseMultiPorts, gsock.Ports) = (true, [open]));
        gsock.Send(new EvConnect(Port: closed));
        net.Until(() => talker.Events.Count > 0);
        Assert.Equal(["disconnected ConnectFailed ConnectionRefused"], talker.Events);

        gsock.NextDestination = _ => ("127.0.0.1", closed);
        gsock.Send(new EvConnect());
        net.Until(() => talker.Events.Count > 1);
        Assert.Equal((closed, "disconnected ConnectFailed ConnectionRefused"), (gsock.Port, talker.Events[1]));
    }

    [Theory, EveryReactor]
    public void Without_a_port_the_connect_is_an_error_of_its_sender(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, gsock) = net.Client(1, static gsock => gsock.UseMultiPorts = true);

        var x = Assert.Throws<GObjException>(() => gsock.Send(new EvConnect()));

        Assert.Contains("set Ports", x.Message, StringComparison.Ordinal);
        Assert.Empty(talker.Events);
        Assert.True(gsock.IsDisconnected);
        Assert.Equal([], gsock.Ports);
        Assert.Throws<ParameterException>(() => gsock.Ports = [80, 70_000]);
        Assert.Throws<ParameterException>(() => gsock.WriteParameter("ports", "80, x"));
        Assert.Equal([], gsock.Ports);
    }

    [Fact]
    public void Settings_reach_them_and_they_work_without_ports_of_the_system()
    {
        using var net = new MemoryNet(settings: [new("gsock.use_multi_ports", "yes"), new("gsock.ports", "81, 80")]);
        var (_, server) = net.Listen(static server => server.Port = 80);
        var (talker, gsock) = net.Client(1);
        gsock.Send(new EvConnect());
        net.Settle();

        Assert.Equal(["connected", "ready"], talker.Events);
        Assert.Equal((80, "81, 80", 1), (gsock.Port, gsock.ReadParameter("ports"), server.NGsocks));
    }

    [Fact]
    public void A_port_that_does_not_answer_has_its_time_and_then_the_next_one_has()
    {
        using var net = new MemoryNet();
        net.Network.SetBlackHole(IPAddress.Loopback);
        var (talker, gsock) = net.Client(1, static gsock =>
            (gsock.UseMultiPorts, gsock.Ports, gsock.ConnectTimeout) = (true, [81, 80], TimeSpan.FromSeconds(30)));
        gsock.Send(new EvConnect());
        net.Pass(29_999);
        Assert.Equal(81, gsock.Port);
        net.Pass(1);
        Assert.Equal(80, gsock.Port);
        net.Pass(29_999);
        Assert.Empty(talker.Events);
        net.Pass(1);

        Assert.Equal(["disconnected ConnectTimedOut TimedOut"], talker.Events);
        Assert.Equal(0, net.Network.Connections);
    }
}
