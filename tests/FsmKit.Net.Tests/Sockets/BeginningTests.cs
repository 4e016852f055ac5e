using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Actions of a subscriber at the moment when it hears of a connection.</summary>
public class BeginningTests
{
    [Theory, EveryReactor]
    public void It_may_send_more_than_the_system_takes(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (listener, port) = net.PlainListener();
        var (talker, gsock) = net.Client(port, static gsock => gsock.OutbufOverflow = int.MaxValue);
        var data = new byte[10_000_000];
        talker.OnConnected = gsock => gsock.Send(new EvSendData(data));
        gsock.Send(new EvConnect());
        net.Until(() => talker.Count("connected") == 1);
        using var peer = listener.Accept();
        var received = new MemoryStream();
        net.Until(() => Net.ReadToEnd(peer, received) || received.Length == data.Length, "All of it");
        net.Until(() => talker.Count("ready") == 1);
    }

    [Theory, EveryReactor]
    public void It_may_destroy_the_gsock(ReactorKind kind)
    {
        using var net = new Net(kind);
        var (_, port) = net.PlainListener();
        var (talker, gsock) = net.Client(port);
        talker.OnConnected = static gsock => gsock.Destroy();
        gsock.Send(new EvConnect());
        net.Until(() => gsock.IsDestroyed);
        net.Settle();

        Assert.Equal(["connected"], talker.Events);
    }
}
