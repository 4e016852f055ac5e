using System.Net.Sockets;
using System.Text;
using FsmKit.Net.Tests.Examples;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Sessions, frames and pipes over real sockets.</summary>
public class SessionReactorTests
{
    private static CancellationToken Stopped => TestContext.Current.CancellationToken;

    [Theory, EveryReactor]
    public void Lines_are_answered_and_a_long_one_ends_the_connection(ReactorKind kind)
    {
        using var net = new Net(kind);
        var heard = new List<string>();
        var owner = net.App.Create<FrameOwner>("owner");
        var server = owner.Create<GServerSock>("server", server =>
        {
            (server.Host, server.Framing) = ("127.0.0.1", Framing.Lines(100));
            server.Serve<FrameTalker>(session =>
            {
                session.Heard = heard;
                session.OnFrame = static (session, frame) => session.Say($"{frame}!\n");
            });
        });
        var peer = net.Peer(server);
        peer.Send("one\r\ntwo\nthr"u8);
        net.Until(() => heard.Contains("two"));
        peer.Send("ee\n"u8);
        net.Until(() => heard.Contains("three"));
        Assert.Equal("one!\ntwo!\nthree!\n", ConnectingTests.Read(peer, 17));

        peer.Send(Encoding.ASCII.GetBytes(new string('x', 200)));
        net.Until(() => peer.Poll(0, SelectMode.SelectRead));
        Assert.Equal(0, peer.Receive(new byte[1]));
        peer.Shutdown(SocketShutdown.Send);
        net.Until(() => server.NGsocks == 0);
        Assert.Equal(["connected", "one", "two", "three", "fault TooLong", "disconnected BadFrame", "gone"], heard);
        Assert.Single(owner.Children);
    }

    [Theory, EveryReactor(InMemory = false)]
    public async Task Megabytes_go_through_a_pipe_and_back(ReactorKind kind)
    {
        using var app = new GAplic(new GAplicOptions { Reactor = kind == ReactorKind.Epoll && OperatingSystem.IsLinux() ? new EpollReactor() : new SocketReactor() });
        var server = app.Create<GServerSock>("server", static server =>
        {
            server.Host = "127.0.0.1";
            server.Serve<PipeSession>();
        });
        using var stop = new CancellationTokenSource();
        var loop = Task.Run(() => app.Run(stop.Token), Stopped);
        var bytes = new byte[5_000_000];
        new Random(1).NextBytes(bytes);
        using var peer = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await peer.ConnectAsync(server.Sockname!, Stopped);
        var sending = Task.Run(
            async () =>
            {
                for (var sent = 0; sent < bytes.Length;)
                {
                    sent += await peer.SendAsync(bytes.AsMemory(sent), Stopped);
                }

                peer.Shutdown(SocketShutdown.Send);
            },
            Stopped);
        var echoed = new MemoryStream();
        await using (var stream = new NetworkStream(peer))
        {
            await stream.CopyToAsync(echoed, Stopped);
        }

        await sending;
        Assert.Equal(bytes, echoed.ToArray());
        await stop.CancelAsync();
        await loop;
    }
}
