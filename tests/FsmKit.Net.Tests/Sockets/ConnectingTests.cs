using System.Net;
using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

public class ConnectingTests
{
    [Theory, EveryReactor]
    public void A_connect_ends_in_connected_and_then_once_in_transmit_ready(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (listener, port) = net.PlainListener();
        var (talker, gsock) = net.Client(port);

        Assert.Equal(Outcome.Handled, gsock.Send(new EvConnect()));
        Assert.Empty(talker.Events);
        net.Until(() => talker.Events.Count == 2);
        net.Settle();

        Assert.Equal(["connected", "ready"], talker.Events);
        Assert.Equal(port, ((IPEndPoint)gsock.Peername!).Port);
        Assert.NotNull(gsock.Sockname);
        listener.Dispose();
    }

    [Theory, EveryReactor]
    public void A_refused_connect_ends_in_disconnected_with_the_reason(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (listener, port) = net.PlainListener();
        listener.Dispose();
        var (talker, gsock) = net.Client(port);

        gsock.Send(new EvConnect());
        net.Until(() => talker.Events.Count > 0);
        net.Settle();

        Assert.Equal(["disconnected ConnectFailed ConnectionRefused"], talker.Events);
        Assert.Contains(net.Log, line => line.Contains($"GSock:gsock cannot connect to 127.0.0.1:{port}: ConnectionRefused", StringComparison.Ordinal));
    }

    [Theory, EveryReactor]
    public void A_host_that_cannot_be_reached_ends_in_disconnected(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, gsock) = net.Client(9, static gsock => gsock.Host = "255.255.255.255");
        gsock.Send(new EvConnect());
        net.Until(() => talker.Events.Count > 0);

        Assert.StartsWith("disconnected ConnectFailed ", talker.Events[0], StringComparison.Ordinal);
        Assert.Null(gsock.Peername);
    }

    [Theory, EveryReactor]
    public void A_connect_that_takes_too_long_ends_in_disconnected(ReactorKind kind)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Linux leaves a connect unanswered while the backlog is full.");
        using var net = new Net(kind);
        var (listener, port) = net.PlainListener();
        listener.Listen(0);
        using var first = new Socket(SocketType.Stream, ProtocolType.Tcp);
        first.Connect(IPAddress.Loopback, port);
        var (talker, gsock) = net.Client(port, static gsock => gsock.ConnectTimeout = TimeSpan.FromMilliseconds(50));
        gsock.Send(new EvConnect());
        net.Until(() => talker.Events.Count > 0);
        net.Settle();

        Assert.Equal(["disconnected ConnectTimedOut TimedOut"], talker.Events);
    }

    [Theory, EveryReactor]
    public void A_name_without_an_address_ends_in_disconnected(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, gsock) = net.Client(9, static gsock => gsock.Host = "no-such-host.invalid");
        gsock.Send(new EvConnect());
        net.Until(() => talker.Events.Count > 0);

        Assert.StartsWith("disconnected ResolveFailed ", talker.Events[0], StringComparison.Ordinal);
    }

    [Theory, EveryReactor]
    public void A_name_is_looked_up_and_each_of_its_addresses_is_tried(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (_, port) = net.PlainListener();
        var (talker, gsock) = net.Client(port, static gsock => gsock.Host = "localhost");
        gsock.Send(new EvConnect());
        net.Until(() => talker.Events.Count > 0);

        Assert.Equal("connected", talker.Events[0]);
    }

    [Theory, EveryReactor]
    public void The_event_may_name_another_destination(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (_, port) = net.PlainListener();
        var (talker, gsock) = net.Client(1);
        gsock.Send(new EvConnect("127.0.0.1", port));
        net.Until(() => talker.Events.Count > 0);

        Assert.Equal("connected", talker.Events[0]);
        Assert.Equal(port, gsock.Port);
    }

    [Theory, EveryReactor]
    public void A_second_connect_is_refused_and_disturbs_nothing(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (_, port) = net.PlainListener();
        var (talker, gsock) = net.Client(port);
        gsock.Send(new EvConnect());
        Assert.Equal(Outcome.Refused, gsock.Send(new EvConnect()));
        net.Until(() => talker.Events.Count > 0);
        Assert.Equal(Outcome.Refused, gsock.Send(new EvConnect()));
        net.Settle();

        Assert.Equal(1, talker.Count("connected"));
    }

    [Theory, EveryReactor]
    public void What_is_sent_while_connecting_goes_out_when_connected(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (listener, port) = net.PlainListener();
        var (talker, gsock) = net.Client(port);
        gsock.Send(new EvWriteOutputData("written before, "u8));
        gsock.Send(new EvConnect());
        gsock.Send(new EvSendData("sent while connecting"u8));
        net.Until(() => talker.Count("ready") == 1);
        net.Settle();

        using var peer = listener.Accept();
        Assert.Equal("written before, sent while connecting", Read(peer, 37));
        Assert.Equal(["connected", "ready"], talker.Events);
    }

    [Theory, EveryReactor]
    public void Dropping_an_attempt_ends_it_later_in_one_disconnected(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (_, port) = net.PlainListener();
        var (talker, gsock) = net.Client(port);
        gsock.Send(new EvConnect());
        gsock.Send(new EvDrop());
        gsock.Send(new EvDrop());
        Assert.Empty(talker.Events);
        net.Until(() => talker.Events.Count > 0);
        net.Settle();

        Assert.Equal(["disconnected Dropped Success"], talker.Events);
    }

    [Theory, EveryReactor]
    public void Dropping_inside_of_EvConnected_ends_it_later_in_one_disconnected(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (_, port) = net.PlainListener();
        var (talker, gsock) = net.Client(port);
        talker.OnConnected = static gsock => gsock.Send(new EvDrop());
        gsock.Send(new EvConnect());
        net.Until(() => talker.Events.Count == 2);
        net.Settle();

        Assert.Equal(["connected", "disconnected Dropped Success"], talker.Events);
    }

    [Theory, EveryReactor]
    public void A_port_that_is_bound_and_does_not_listen_refuses(ReactorKind kind)
    {
        using var net = new Net(kind);
        using var bound = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        bound.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var (talker, gsock) = net.Client(((IPEndPoint)bound.LocalEndPoint!).Port);
        gsock.Send(new EvConnect());
        net.Until(() => talker.Events.Count > 0);

        Assert.Equal(["disconnected ConnectFailed ConnectionRefused"], talker.Events);
    }

    [Theory, EveryReactor]
    public void A_gsock_connects_again_after_its_end(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (_, port) = net.PlainListener();
        var (talker, gsock) = net.Client(port);
        talker.OnDisconnected = e => e.Gsock.Send(new EvConnect());
        gsock.Send(new EvConnect());
        for (var i = 1; i <= 3; i++)
        {
            net.Until(() => talker.Count("ready") == i);
            gsock.Send(new EvDrop());
        }

        net.Until(() => talker.Count("ready") == 4);
        Assert.Equal(4, talker.Count("connected"));
        Assert.Equal(3, talker.Count("disconnected"));
    }

    [Theory, EveryReactor]
    public void A_wrong_port_is_rejected(ReactorKind kind)
    {
        using var net = new Net(kind);
        var x = Assert.Throws<ParameterException>(() => net.Client(65536));

        Assert.Contains("'Port' of GSock:gsock does not take the value '65536'", x.Message, StringComparison.Ordinal);
    }

    internal static string Read(Socket peer, int count)
    {
        var buffer = new byte[count];
        var read = 0;
        while (read < count && peer.Receive(buffer.AsSpan(read)) is > 0 and var more)
        {
            read += more;
        }

        return System.Text.Encoding.UTF8.GetString(buffer, 0, read);
    }
}
