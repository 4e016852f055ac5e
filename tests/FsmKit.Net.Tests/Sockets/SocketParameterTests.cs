using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using FsmKit.TestShared;
using Xunit;

namespace FsmKit.Net.Tests;

public class SocketParameterTests
{
    [Theory, EveryReactor]
    public void An_event_can_be_suppressed_or_renamed_for_the_subscriber(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (listener, port) = net.PlainListener();
        var renamed = net.App.Create<Renamed>("renamed");
        var gsock = renamed.Create<GSock>("gsock", gsock =>
        {
            gsock.ConnectedEventName = EventName.As((in EvConnected e) => new EvUp(e.Peername!.ToString()!));
            gsock.RxDataEventName = EventName.As((in EvRxData e) => new EvBytes(e.Data));
            gsock.DisconnectedEventName = null;
        });
        gsock.Send(new EvConnect("127.0.0.1", port));
        net.Until(() => renamed.Events.Count == 2);
        using var peer = listener.Accept();
        peer.Send("data"u8);
        peer.Close();
        net.Until(() => gsock.IsDisconnected);
        net.Settle();

        Assert.Equal([$"up 127.0.0.1:{port}", "ready", "bytes data"], renamed.Events);
        Assert.Equal("EvUp", gsock.ConnectedEventName!.ToString());
    }

    [Theory, EveryReactor]
    public void A_setting_can_suppress_an_event_but_not_rename_it(ReactorKind kind)
    {
        using var net = new Net(kind, settings: [new("GSock.transmit_ready_event_name", ""), new("GSock.connected_event_name", "EvElse")]);
        var (talker, server) = net.Listen();
        net.Peer(server);
        net.Until(() => talker.Count("connected") == 1);
        net.Settle();

        Assert.Equal(["connected"], talker.Events);
        Assert.Contains(net.Log, static line => line.Contains("renaming needs code", StringComparison.Ordinal));
    }

    [Theory, EveryReactor]
    public void Renaming_to_an_event_that_the_subscriber_does_not_accept_says_what_to_do(ReactorKind kind)
    {
        using var net = new Net(kind);
        var x = Assert.Throws<GObjException>(() => net.Client(1, static gsock =>
            gsock.ConnectedEventName = EventName.As((in EvConnected _) => new EvUp(""))));

        Assert.Contains("add [Input<EvUp>] to it", x.Message, StringComparison.Ordinal);
    }

    [Theory, EveryReactor]
    public void A_dump_shows_what_goes_by_in_the_ancestors_form(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        talker.OnConnected = static gsock => gsock.TraceDump = true;
        var peer = net.Peer(server);
        peer.Send("ABCDEFGHIJKLMNOP\r\n~"u8);
        net.Until(() => talker.Received.Length == 19);
        talker.Gsocks[0].Send(new EvSendData([0, 0x7F, 0x20]));

        Assert.Contains(
            "Information: TS - Recv data GSock:server.clisrv_1 (19 bytes)\n"
            + "<== 0000 41 42 43 44 45 46 47 48 49 4A 4B 4C 4D 4E 4F 50  ABCDEFGHIJKLMNOP\n"
            + "<== 0010 0D 0A 7E                                         ..~",
            net.Log);
        Assert.Contains(
            "Information: TS - Send data GSock:server.clisrv_1 (3 bytes)\n"
            + "==> 0000 00 7F 20                                         .. ", net.Log);
    }

    [Theory, EveryReactor]
    public void The_last_activity_is_that_of_bytes_in_either_direction(ReactorKind kind)
    {
        var time = new ManualTime();
        using var net = new Net(kind, time: time);
        var (talker, server) = net.Listen();
        var peer = net.Peer(server);
        net.Until(() => talker.Gsocks.Count == 1);
        var gsock = talker.Gsocks[0];
        Assert.Null(gsock.LastActivity);
        time.Advance(TimeSpan.FromSeconds(10));
        peer.Send("x"u8);
        net.Until(() => talker.Text == "x");
        var received = time.GetUtcNow();
        Assert.Equal(received, gsock.LastActivity);
        time.Advance(TimeSpan.FromSeconds(10));
        net.Settle();
        Assert.Equal(received, gsock.LastActivity);
        gsock.Send(new EvSendData("y"u8));
        Assert.Equal(time.GetUtcNow(), gsock.LastActivity);
    }

    [Theory, EveryReactor]
    public void The_options_of_the_socket_reach_the_system(ReactorKind kind)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Looks into /proc.");
        using var net = new Net(kind);
        var (_, port) = net.PlainListener();
        var (talker, gsock) = net.Client(port, static gsock =>
        {
            gsock.NoDelay = false;
            gsock.KeepAlive = TimeSpan.FromSeconds(61);
            gsock.KeepAliveInterval = TimeSpan.FromSeconds(7.5);
            gsock.KeepAliveCount = 4;
            gsock.UserTimeout = TimeSpan.FromMilliseconds(12_345);
        });
        gsock.Send(new EvConnect());
        net.Until(() => talker.Count("ready") == 1);

        using var socket = Descriptor((IPEndPoint)gsock.Sockname!);
        const int Tcp = 6;
        Assert.Equal(0, Option(socket, Tcp, 1));
        Assert.Equal(1, Option(socket, 1, 9));
        Assert.Equal(61, Option(socket, Tcp, 4));
        Assert.Equal(8, Option(socket, Tcp, 5));
        Assert.Equal(4, Option(socket, Tcp, 6));
        Assert.Equal(12_345, Option(socket, Tcp, 18));
    }

    private static int Option(Socket socket, int level, int name)
    {
        Span<byte> value = stackalloc byte[4];
        socket.GetRawSocketOption(level, name, value);
        return BitConverter.ToInt32(value);
    }

    /// <summary>The process's own descriptor of a connection, as the system shows it. Sockets of other tests disturb the view.</summary>
    private static Socket Descriptor(IPEndPoint local)
    {
        string? descriptor = null;
        Assert.True(SpinWait.SpinUntil(() => (descriptor = Find(local)) is not null, TimeSpan.FromSeconds(20)));
        return new Socket(new SafeSocketHandle(int.Parse(Path.GetFileName(descriptor!), CultureInfo.InvariantCulture), ownsHandle: false));
    }

    private static string? Find(IPEndPoint local)
    {
        const string Established = "01";
        var address = $"{BitConverter.ToUInt32(local.Address.GetAddressBytes()):X8}:{local.Port:X4}";
        var connection = File.ReadLines("/proc/net/tcp")
            .Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .FirstOrDefault(fields => fields[1] == address && fields[3] == Established);
        return connection is null
            ? null
            : Directory.EnumerateFiles("/proc/self/fd").FirstOrDefault(file => Target(file) == $"socket:[{connection[9]}]");
    }

    private static string? Target(string descriptor)
    {
        try
        {
            return File.ResolveLinkTarget(descriptor, returnFinalTarget: false)?.Name;
        }
        catch (IOException)
        {
            // Another test has closed it meanwhile.
            return null;
        }
    }
}

public readonly record struct EvUp(string Peer);

public readonly ref struct EvBytes(ReadOnlySpan<byte> data)
{
    public ReadOnlySpan<byte> Data { get; } = data;
}

/// <summary>A subscriber that knows the events of its gsock by other names.</summary>
[GClass]
[Input<EvUp>, Input<EvBytes>, Input<EvDisconnected>, Input<EvTransmitReady>]
public sealed partial class Renamed : GObj
{
    public List<string> Events { get; } = [];

    private enum State : byte
    {
        [On<EvUp>(nameof(AcUp))]
        [On<EvBytes>(nameof(AcBytes))]
        [On<EvDisconnected>(nameof(AcDisconnected))]
        [On<EvTransmitReady>(nameof(AcReady))]
        Idle,
    }

    private void AcUp(in EvUp e) => Events.Add($"up {e.Peer}");

    private void AcBytes(in EvBytes e) => Events.Add($"bytes {Encoding.UTF8.GetString(e.Data)}");

    private void AcDisconnected() => Events.Add("disconnected");

    private void AcReady() => Events.Add("ready");
}
