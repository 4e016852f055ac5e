using System.Net;
using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>The hot path of the fast reactor, both ends on one thread.</summary>
public class EchoAllocationTests
{
    [Fact]
    public void An_echoed_message_allocates_nothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "epoll is Linux's.");
        using var rig = new Rig(ReactorKind.Epoll);
        var listener = new ListenRecorder();
        var remote = rig.Listen(listener).LocalEndPoint!;
        var client = new Echo(rig.Reactor) { Counts = true };
        client.Link = rig.Reactor.Connect(remote, client);
        client.Link.Watch(Interest.Read);
        rig.Until(() => listener.Accepted.Count == 1);
        var server = new Echo(rig.Reactor) { Link = listener.Accepted[0].Link };
        server.Link.Owner = server;
        server.Link.Watch(Interest.Read);
        client.Link.Send("a message of thirty-two bytes...."u8, out _);

        Assert.Equal(0, Allocation.Of(() => Turn(rig.Reactor, client, 2_000)));
    }

    private static void Turn(NetReactor reactor, Echo client, int messages)
    {
        var goal = client.Messages + messages;
        while (client.Messages < goal)
        {
            reactor.Wait(1000);
        }
    }

    /// <summary>Echoes received bytes.</summary>
    private sealed class Echo(NetReactor reactor) : ILinkEvents
    {
        public StreamLink Link { get; set; } = null!;

        public bool Counts { get; init; }

        public int Messages { get; private set; }

        public void OnReadable()
        {
            var count = Link.Receive(reactor.Scratch, out _);
            if (count <= 0)
            {
                return;
            }

            Messages += Counts ? 1 : 0;
            Link.Send(reactor.Scratch.AsSpan(0, count), out _);
        }

        public void OnConnected()
        {
        }

        public void OnConnectFailed(SocketError error) => Assert.Fail(error.ToString());

        public void OnWritable()
        {
        }

        public void OnBroken(SocketError error) => Assert.Fail(error.ToString());
    }
}
