using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Programs that were not written for this library, as the other side.</summary>
public class PeerProgramTests
{
    [Theory, EveryReactor]
    public async Task Netcat_sends_ends_its_stream_and_still_gets_the_answer(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen(static server => server.ConfigureGsock = static gsock => gsock.AllowHalfOpen = true);
        talker.OnInputEnded = static gsock =>
        {
            gsock.Send(new EvSendData("answer after the end\n"u8));
            gsock.Send(new EvClose());
        };
        using var netcat = Start("nc", "-N", "127.0.0.1", $"{server.Port}");
        await netcat.StandardInput.WriteAsync("question");
        netcat.StandardInput.Close();
        var output = netcat.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        net.Until(() => talker.Count("disconnected") == 1 && output.IsCompleted);

        Assert.Equal("question", talker.Text);
        Assert.Equal("answer after the end\n", await output);
        Assert.Equal("disconnected Dropped Success", talker.Events[^1]);
    }

    [Theory, EveryReactor]
    public async Task Socat_gets_its_echo_over_a_unix_socket(ReactorKind kind)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Abstract names are Linux's.");
        using var net = new Net(kind);
        var name = $"fsmkit-socat-{Environment.ProcessId}-{kind}";
        var (talker, _) = net.Listen(server => server.Host = $"unix:@{name}");
        talker.OnData = static (gsock, data) => gsock.Send(new EvSendData(data));
        using var socat = Start("socat", "-t60", "STDIO", $"ABSTRACT-CONNECT:{name}");
        await socat.StandardInput.WriteAsync("through socat");
        socat.StandardInput.Close();
        var output = socat.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        net.Until(() => talker.Count("disconnected") == 1 && output.IsCompleted);

        Assert.Equal("through socat", await output);
    }

    [Theory, EveryReactor]
    public void A_peer_that_is_killed_is_an_end_like_another(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        using var netcat = Start("nc", "127.0.0.1", $"{server.Port}");
        net.Until(() => talker.Count("ready") == 1);
        netcat.Kill();
        net.Until(() => talker.Count("disconnected") == 1);

        Assert.Equal("disconnected PeerClosed Success", talker.Events[^1]);
        Assert.Equal(0, server.NGsocks - talker.Gsocks.Count(static gsock => !gsock.IsDestroyed));
    }

    [Theory, EveryReactor]
    public void A_peer_that_is_killed_with_unread_data_is_a_reset(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        // The program connects and never reads: bytes for it stay unread in its system.
        using var socat = Start("socat", "-u", "PIPE", $"TCP:127.0.0.1:{server.Port}");
        net.Until(() => talker.Count("ready") == 1);
        talker.Gsocks[0].Send(new EvSendData(new byte[10_000]));
        net.Settle();
        socat.Kill();
        net.Until(() => talker.Count("disconnected") == 1);

        Assert.Equal("disconnected Broken ConnectionReset", talker.Events[^1]);
    }

    [Theory, EveryReactor]
    public async Task A_gsock_is_a_client_of_netcat(ReactorKind kind)
    {
        using var net = new Net(kind);
        var port = FreePort();
        using var netcat = Start("nc", "-l", "127.0.0.1", $"{port}");
        var (talker, gsock) = net.Client(port);
        talker.OnDisconnected = static e => e.Gsock.Send(new EvConnect());
        gsock.Send(new EvConnect());
        net.Until(() => talker.Count("connected") == 1, "netcat listens a little later: connecting");
        talker.OnDisconnected = null;
        gsock.Send(new EvSendData("to netcat"u8));
        gsock.Send(new EvClose());
        var output = netcat.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        net.Until(() => output.IsCompleted);

        Assert.Equal("to netcat", await output);
    }

    private static Process Start(string program, params string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"There is no {program} here.");
            throw;
        }
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
