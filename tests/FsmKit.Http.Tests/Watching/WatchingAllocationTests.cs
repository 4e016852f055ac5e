using System.Diagnostics.Metrics;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Checks that watching allocates nothing on the loop, with and without listeners.</summary>
[Collection(nameof(AllocationTests))]
public class WatchingAllocationTests
{
    private static readonly ManualTime Time = new();

    [Fact]
    public void A_line_of_the_access_log_allocates_nothing()
    {
        var (target, agent) = (Wire.Bytes("/\"" + new string('a', 200)), Wire.Bytes("Mozilla/5.0 \u00E9"));
        var client = new System.Net.IPEndPoint(System.Net.IPAddress.Parse("::ffff:203.0.113.7"), 1);
        using var log = HttpAccessLog.To(Stream.Null);
        var second = 0;
        AssertNothing(() => log.Write(new HttpLogLine
        {
            Client = client,
            Time = DateTimeOffset.UnixEpoch.AddSeconds(second++ % 7),
            Method = "GET"u8,
            Target = target,
            Version = "HTTP/1.1"u8,
            Status = 200,
            BodyBytes = 7,
            UserAgent = agent,
        }));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Measuring_a_request_and_a_channel_allocates_nothing(bool isListening)
    {
        var count = 0;
        using var listener = new MeterListener();
        listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == HttpDiagnostics.MeterName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, _, _, _) => count++);
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => count++);
        if (isListening)
        {
            listener.Start();
        }

        AssertNothing(static () =>
        {
            var channel = HttpMeter.ChannelOpened(Time);
            var request = HttpMeter.RequestStarted(KnownMethod.Get, true, Time);
            HttpMeter.RequestEnded(in request, new RequestResult(503, true, 1, 2));
            HttpMeter.ChannelClosed(in channel, ChannelEndReason.PeerClosed);
            HttpMeter.Refused();
        });
        Assert.Equal(isListening, count > 0);
    }

    [Fact]
    public void Without_a_listener_an_activity_allocates_nothing()
    {
        using var http = new HttpServerProtocol();
        var request = Wire.Bytes("GET / HTTP/1.1\nHost: a\n\n");
        var ends = new RequestEnds(null, null, null, false);
        var none = 0;
        http.Read(request);
        AssertNothing(() =>
        {
            var activity = HttpActivities.Start(http.Request, in ends);
            using (HttpActivities.Enter(activity))
            {
                none += activity is null ? 1 : 0;
            }

            HttpActivities.End(activity, 200);
        });
        Assert.True(none > 0);
    }

    private static void AssertNothing(Action work) => Assert.Equal(0, Allocation.Of(() =>
    {
        for (var i = 0; i < 1000; i++)
        {
            work();
        }
    }));
}
