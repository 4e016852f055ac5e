using System.Net;
using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

public class DestinationTests
{
    [Fact]
    public void Addresses_take_turns_by_family_beginning_with_the_first_RFC_8305_4()
    {
        IPAddress[] found = [IPAddress.Parse("2001:db8::1"), IPAddress.Parse("2001:db8::2"), IPAddress.Parse("192.0.2.1"), IPAddress.Parse("2001:db8::3")];

        Assert.Equal(
            ["[2001:db8::1]:80", "192.0.2.1:80", "[2001:db8::2]:80", "[2001:db8::3]:80"],
            Destination.Interleave(found, 80).Select(static one => one.ToString()!));
    }

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1:7")]
    [InlineData("::1", "[::1]:7")]
    [InlineData("[::1]", "[::1]:7")]
    [InlineData("unix:/tmp/a", "/tmp/a")]
    [InlineData("unix:@a", "@a")]
    [InlineData("example.org", null)]
    public void A_host_that_is_an_address_needs_no_name_service(string host, string? endPoint) =>
        Assert.Equal(endPoint, Destination.OfLiteral(host, 7)?.ToString());

    [Theory, EveryReactor]
    public void A_slow_address_gets_company_and_the_first_connection_wins_RFC_8305_5(ReactorKind kind)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Linux leaves a connect unanswered while the backlog is full, and has all of 127/8.");
        using var net = new Net(kind);
        var (good, port) = net.PlainListener();
        using var silent = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        silent.Bind(new IPEndPoint(IPAddress.Parse("127.0.0.2"), port));
        silent.Listen(0);
        using var filler = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        filler.Connect(silent.LocalEndPoint!);
        var (talker, gsock) = net.Client(port, static gsock =>
        {
            gsock.Host = "two.example";
            gsock.ConnectionAttemptDelay = TimeSpan.FromMilliseconds(20);
            gsock.Resolver = static (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("127.0.0.2"), IPAddress.Loopback]);
        });
        gsock.Send(new EvConnect());
        net.Until(() => talker.Events.Count > 0);
        net.Settle();

        Assert.Equal(["connected", "ready"], talker.Events);
        Assert.Equal("127.0.0.1", gsock.Ip);
        Assert.Equal(new IPEndPoint(IPAddress.Loopback, port), gsock.Peername);
        using var accepted = good.Accept();
        Assert.Equal(gsock.Sockname, accepted.RemoteEndPoint);
    }

    [Theory, EveryReactor]
    public void A_resolver_that_throws_ends_the_attempt_with_what_it_threw(ReactorKind kind)
    {
        using var net = new Net(kind);
        Exception? told = null;
        var (talker, gsock) = net.Client(1, static gsock =>
        {
            gsock.Host = "a.example";
            gsock.Resolver = static (_, _) => throw new TimeoutException("no answer");
        });
        talker.OnDisconnected = e => told = e.Exception;
        gsock.Send(new EvConnect());
        net.Until(() => talker.Events.Count > 0);

        Assert.Equal(["disconnected ResolveFailed HostNotFound"], talker.Events);
        Assert.IsType<TimeoutException>(told);
    }

    [Theory, EveryReactor]
    public void The_next_destination_is_asked_for_at_each_connect_that_names_none(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (_, port) = net.PlainListener();
        var (_, otherPort) = net.PlainListener();
        var ports = new Queue<int>([port, otherPort]);
        var (talker, gsock) = net.Client(1, gsock => gsock.NextDestination = _ => ("127.0.0.1", ports.Dequeue()));
        for (var i = 1; i <= 2; i++)
        {
            gsock.Send(new EvConnect());
            net.Until(() => talker.Count("ready") == i);
            Assert.Equal(i == 1 ? port : otherPort, ((IPEndPoint)gsock.Addr!).Port);
            gsock.Send(new EvDrop());
            net.Until(() => talker.Count("disconnected") == i);
        }

        Assert.Null(gsock.Addr);
        gsock.Send(new EvConnect());
        Assert.Equal(2, talker.Count("disconnected"));
        net.Until(() => talker.Count("disconnected") == 3);
        Assert.StartsWith("disconnected ResolveFailed", talker.Events[^1], StringComparison.Ordinal);
    }

    [Theory, EveryReactor]
    public void A_unix_socket_is_a_destination_like_another(ReactorKind kind)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Abstract names are Linux's.");
        using var net = new Net(kind);
        var name = $"fsmkit-{Environment.ProcessId}-{kind}";
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint($"\0{name}"));
        listener.Listen();
        var (talker, gsock) = net.Client(0, gsock => gsock.Host = $"unix:@{name}");
        gsock.Send(new EvConnect());
        gsock.Send(new EvSendData("over unix"u8));
        net.Until(() => talker.Count("ready") == 1);

        using var peer = listener.Accept();
        Assert.Equal("over unix", ConnectingTests.Read(peer, 9));
        peer.Send("back"u8);
        net.Until(() => talker.Text == "back");
    }

    [Theory, EveryReactor]
    public void A_destination_that_is_none_is_an_error_and_the_gsock_can_connect_elsewhere(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (_, port) = net.PlainListener();
        var (talker, gsock) = net.Client(port);
        Assert.Throws<ParameterException>(() => gsock.Send(new EvConnect("127.0.0.1", 70_000)));
        Assert.True(gsock.IsDisconnected);

        Assert.Equal(Outcome.Handled, gsock.Send(new EvConnect($"unix:/{new string('x', 200)}", port)));
        net.Until(() => talker.Events.Count > 0);
        Assert.Equal(["disconnected ResolveFailed NoData"], talker.Events);

        gsock.Send(new EvConnect("127.0.0.1", port));
        net.Until(() => talker.Count("ready") == 1);
    }
}
