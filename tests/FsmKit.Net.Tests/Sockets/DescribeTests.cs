using FsmKit.TestShared;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Description of a server socket and of its connections.</summary>
public class DescribeTests
{
    [Fact]
    public void A_server_tells_of_itself_and_of_its_connections()
    {
        var time = new ManualTime();
        var network = new MemoryNetwork(time);
        var reactor = new MemoryReactor(network);
        using var app = new GAplic("app", new GAplicOptions { Reactor = reactor, Time = time });
        var talker = app.Create<Talker>("talker");
        var server = talker.Create<GServerSock>("server", static server => (server.Host, server.IdleTimeout) = ("127.0.0.1", TimeSpan.FromSeconds(30)));
        using var peer = network.Connect(server.Sockname!);
        peer.Send("hello"u8);
        while (app.RunOnce() || reactor.IsReady)
        {
        }

        var told = server.Describe(recursive: true);
        Assert.Equal(("Listening", "GAplic:app.Talker:talker.GServerSock:server"), (told.StateName, told.FullName));
        Assert.Contains(new StatisticValue("Accepted", 1), told.Statistics);
        Assert.Contains(new ParameterValue("NGsocks", "1"), told.Parameters);
        Assert.Contains(told.Permitted, static e => e is { Event: "EvPauseAccepting", Next: "Paused" });

        var gsock = Assert.Single(talker.Describe(recursive: true).Children, static child => child.Machine.Name == nameof(GSock));
        Assert.Equal("Connected", gsock.StateName);
        Assert.Equal(["Open", "Sending", "Connected"], gsock.States);
        Assert.Contains(new StatisticValue("RxedBytes", 5), gsock.Statistics);
        Assert.Contains(gsock.Subscribers, subscription => subscription is { Event: "EvRxData", Subscriber: "GAplic:app.Talker:talker" });
        var idle = Assert.Single(gsock.Timeouts);
        Assert.Equal("EvLingered", idle.Event);
        Assert.InRange(idle.Left, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(30));
        Assert.Contains(gsock.Permitted, static e => e is { Event: "EvDrop", Answer: Answer.On });
        Assert.DoesNotContain(gsock.Permitted, static e => e.Event == "EvConnect");
        Assert.Equal(told.ToJson(), server.Describe(recursive: true).ToJson());
    }
}
