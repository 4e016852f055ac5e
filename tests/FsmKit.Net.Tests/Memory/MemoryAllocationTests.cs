using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Checks that a message through memory allocates nothing, so that a test can send any number of messages.</summary>
public class MemoryAllocationTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void An_echoed_message_allocates_nothing(int delay)
    {
        using var net = new MemoryNet(new MemoryFaults { MaxDelay = TimeSpan.FromMilliseconds(delay), ShuffleReadiness = true });
        var server = net.App.Create<Echo>("server");
        server.Create<GServerSock>("listener", static listener => listener.Port = 80);
        var client = net.App.Create<Echo>("client");
        var gsock = client.Create<GSock>("gsock", static gsock => (gsock.Host, gsock.Port) = ("127.0.0.1", 80));
        gsock.Send(new EvConnect());
        net.Until(() => client.Ready == 1 && server.Ready == 1);
        gsock.Send(new EvSendData("a message of thirty-two bytes...."u8));

        Assert.Equal(0, Allocation.Of(() => Turn(net, client, 1_000)));
    }

    private static void Turn(MemoryNet net, Echo client, int messages)
    {
        var goal = client.Messages + messages;
        while (client.Messages < goal)
        {
            if (net.Network.NextDelivery is { } wait)
            {
                net.Time.Advance(wait);
            }

            net.App.RunOnce();
        }
    }
}
