using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Xunit;

namespace FsmKit.Net.Tests;

public class MeterTests
{
    [Theory, EveryReactor]
    public void Connections_are_counted_while_they_stand_and_by_how_they_ended(ReactorKind kind)
    {
        // Other tests run at the same time and are counted too: the assertions cover actions of this test alone.
        var sums = new ConcurrentDictionary<string, long>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == "FsmKit.Net")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        var thread = Environment.CurrentManagedThreadId;
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            if (Environment.CurrentManagedThreadId == thread)
            {
                sums.AddOrUpdate($"{instrument.Name} {tags[0].Value}", value, (_, sum) => sum + value);
            }
        });
        listener.Start();

        using var net = new Net(kind);
        var (talker, server) = net.Listen();
        net.Peer(server);
        var dropped = net.Peer(server);
        net.Until(() => talker.Gsocks.Count == 2);
        Assert.Equal(2, sums["fsmkit.net.connections server"]);

        talker.Gsocks[0].Send(new EvDrop());
        net.Settle();
        Assert.Equal(1, sums["fsmkit.net.connections server"]);
        Assert.Equal(1, sums["fsmkit.net.disconnects Dropped"]);

        talker.Gsocks[1].Destroy();
        Assert.Equal(0, sums["fsmkit.net.connections server"]);
        dropped.Close();

        server.Origins = AddressRanges.Parse("192.0.2.0/24", null);
        net.Peer(server);
        net.Until(() => server.Refusals == 1);
        Assert.Equal(1, sums["fsmkit.net.refusals NotAllowed"]);
    }
}
