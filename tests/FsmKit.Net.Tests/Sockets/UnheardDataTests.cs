using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Data that is received and that no gobj has subscribed to.</summary>
public sealed class UnheardDataTests
{
    [Fact]
    public void It_is_told_once_with_the_gsock_and_what_to_do()
    {
        using var net = new Net(ReactorKind.Portable);
        var server = net.App.Create<GServerSock>("server", static server => server.Host = "127.0.0.1");
        for (var i = 1; i <= 2; i++)
        {
            var peer = net.Peer(server);
            net.Until(() => server.NGsocks == i);
            var gsock = Assert.IsType<GSock>(net.App.Children[^1]);
            peer.Send("hello"u8);
            net.Until(() => gsock.RxedBytes == 5);
        }

        var line = Assert.Single(net.Log, static line => line.Contains("reaches no subscriber", StringComparison.Ordinal));
        Assert.Contains("EvRxData of GSock:", line, StringComparison.Ordinal);
        Assert.Contains("GAplic:app was to hear it", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gobj_that_is_made_below_its_gsock_is_named()
    {
        using var net = new Net(ReactorKind.Portable);
        var (listener, port) = net.PlainListener();
        var gsock = net.App.Create<GSock>("gsock", gsock => (gsock.Host, gsock.Port) = ("127.0.0.1", port));
        gsock.Create<Talker>("session");
        gsock.Send(new EvConnect());
        net.Until(() => gsock.IsConnected);
        using var peer = listener.Accept();
        peer.Send("hello"u8);
        net.Until(() => gsock.RxedBytes == 5);

        var line = Assert.Single(net.Log, static line => line.Contains("reaches no subscriber", StringComparison.Ordinal));
        Assert.Contains("Its child Talker:session accepts it", line, StringComparison.Ordinal);
    }
}
