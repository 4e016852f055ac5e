using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Checks that a connex between a gclass and its gsock allocates nothing per message.</summary>
[Collection(nameof(SteadyStateTests))]
public class ConnexSteadyStateTests
{
    [Fact]
    public void A_message_through_a_connex_allocates_nothing_in_either_direction()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The promise is the epoll reactor's.");
        using var net = new Net(ReactorKind.Epoll);
        var listener = net.App.Create<Echo>("server").Create<GServerSock>("listener", static listener => listener.Host = "127.0.0.1");
        var client = net.App.Create<ConnexEcho>("client");
        var connex = client.Create<GConnex>("connex", connex =>
        {
            connex.Destinations = [new("127.0.0.1", listener.Port)];
            connex.TimeoutInactivity = TimeSpan.FromMinutes(10);
        });
        connex.Send(new EvSendData("a message of thirty-two bytes...."u8));

        Assert.Equal(0, Allocation.Of(() => Turn(net.App, client, 2_000)));
    }

    private static void Turn(GAplic app, ConnexEcho client, int messages)
    {
        var goal = client.Messages + messages;
        while (client.Messages < goal)
        {
            app.RunOnce(Timeout.InfiniteTimeSpan);
        }
    }
}

/// <summary>Echoes received bytes through the connex.</summary>
[GClass]
[Input<EvConnected>, Input<EvDisconnected>, Input<EvRxData>, Input<EvTransmitReady>]
public sealed partial class ConnexEcho : GObj
{
    public int Messages { get; private set; }

    private enum State : byte
    {
        [On<EvRxData>(nameof(AcEcho))]
        [Ignore<EvConnected>, Ignore<EvDisconnected>, Ignore<EvTransmitReady>]
        Idle,
    }

    private void AcEcho(in EvRxData e)
    {
        Messages++;
        Send(e.Gsock.Connex!, new EvSendData(e.Data));
    }
}
