using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Clients in the backlog of a server that will not accept any more.</summary>
public class WaitingEndTests
{
    [Theory, EveryReactor]
    public void They_read_the_end_of_the_stream_and_are_not_reset(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (_, server) = net.Listen();
        server.Send(new EvPauseAccepting());
        net.Settle();
        var peers = Enumerable.Range(0, 20).Select(_ => net.Peer(server)).ToList();
        for (var i = 0; i < peers.Count; i += 2)
        {
            peers[i].Send("GET / HTTP/1.1\r\n\r\n"u8);
        }

        var address = server.Sockname;
        server.Destroy();
        net.Until(() => peers.All(static peer => peer.Poll(0, System.Net.Sockets.SelectMode.SelectRead)));

        // The address of the other side can still be asked for, which it cannot after a reset.
        Assert.All(peers, peer => Assert.Equal(address, peer.RemoteEndPoint));
        Assert.All(peers, static peer => Assert.Equal(0, peer.Receive(new byte[1])));
    }
}
