using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

public class PausingTests
{
    [Theory, EveryReactor]
    public void Connections_wait_while_paused_and_are_accepted_afterwards(ReactorKind kind)
    {
        using var net = new Net(kind);
        var watcher = net.App.Create<Watcher>("watcher");
        var server = watcher.Create<GServerSock>("server", static server => server.Host = "127.0.0.1");
        watcher.Events.Clear();
        server.Send(new EvPauseAccepting());
        server.Send(new EvPauseAccepting());
        Assert.True(server.IsPaused);
        var extra = server.AddEndpoint(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0));
        for (var i = 0; i < 3; i++)
        {
            net.Peer(server).Send("early"u8);
        }

        net.Peer(extra.Address!);
        net.Settle();
        Assert.Empty(watcher.Gsocks);

        server.Send(new EvResumeAccepting());
        server.Send(new EvResumeAccepting());
        net.Until(() => watcher.Gsocks.Count == 4);
        Assert.False(server.IsPaused);
        Assert.Equal(["Paused", "Resumed"], watcher.Events.Where(static e => !e.Contains(' ', StringComparison.Ordinal)));
    }

    [Theory, EveryReactor]
    public void Pausing_inside_of_EvConnected_ends_the_batch(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        talker.OnConnected = _ => server.Send(new EvPauseAccepting());
        for (var i = 0; i < 3; i++)
        {
            net.Peer(server);
        }

        net.Until(() => talker.Gsocks.Count == 1);
        net.Settle();
        Assert.Single(talker.Gsocks);
        server.Send(new EvResumeAccepting());
        net.Until(() => talker.Gsocks.Count == 2);
    }

    [Theory, EveryReactor]
    public void A_dry_spell_does_not_end_a_pause_and_a_pause_ends_a_dry_spell(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        var link = new ScriptedListenLink();
        link.Owner = server.Join(new ServerEndpoint(server, null), link);
        link.Errors.Enqueue(SocketError.TooManyOpenSockets);
        link.Tell();
        Assert.Equal(1, server.DrySpells);
        Assert.False(link.IsWatched);

        server.Send(new EvPauseAccepting());
        net.Peer(server);
        net.Settle();
        Assert.True(server.IsPaused);
        Assert.Empty(talker.Gsocks);

        server.Send(new EvResumeAccepting());
        net.Until(() => talker.Gsocks.Count == 1);
        Assert.True(link.IsWatched);
    }
}
