using System.Diagnostics.Metrics;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Tests that run alone: the process has one meter, and a test would see the measurements of others.</summary>
[CollectionDefinition(nameof(WatchingAlone), DisableParallelization = true)]
public class WatchingAlone;

[Collection(nameof(WatchingAlone))]
public class MeterTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public void A_request_is_measured_in_the_words_of_the_semantic_conventions()
    {
        using var measured = new Measurements();
        var request = HttpMeter.RequestStarted(KnownMethod.Post, isSecure: true, _time);
        _time.Advance(TimeSpan.FromMilliseconds(250));
        HttpMeter.RequestEnded(in request, new RequestResult(201, IsHttp11: true, RequestBytes: 7, ResponseBytes: 1234));

        const string Tags = "http.request.method=POST url.scheme=https network.protocol.name=http network.protocol.version=1.1 http.response.status_code=201";
        Assert.Equal(
            [
                "http.server.active_requests {request} 1 http.request.method=POST url.scheme=https",
                "http.server.active_requests {request} -1 http.request.method=POST url.scheme=https",
                $"http.server.request.duration s 0.25 {Tags}",
                $"http.server.request.body.size By 7 {Tags}",
                $"http.server.response.body.size By 1234 {Tags}",
            ],
            measured.Lines);
    }

    [Theory]
    [InlineData(404, null, " http.response.status_code=404")]
    [InlineData(503, null, " http.response.status_code=503 error.type=503")]
    [InlineData(500, "System.IO.IOException", " http.response.status_code=500 error.type=System.IO.IOException")]
    [InlineData(200, "ConnectionBroken", " http.response.status_code=200 error.type=ConnectionBroken")]
    [InlineData(0, "PeerClosed", " error.type=PeerClosed")]
    public void A_failure_has_a_type_and_a_method_of_a_clients_invention_is_one_value(int status, string? error, string expected)
    {
        using var measured = new Measurements("http.server.request.duration");
        HttpMeter.RequestEnded(HttpMeter.RequestStarted(KnownMethod.Other, false, _time), new RequestResult(status, false, 0, 0, error));

        Assert.Equal(
            ["http.server.request.duration s 0 http.request.method=_OTHER url.scheme=http network.protocol.name=http network.protocol.version=1.0" + expected],
            measured.Lines);
    }

    [Fact]
    public void A_channel_is_measured_with_what_ended_it()
    {
        using var measured = new Measurements();
        var channel = HttpMeter.ChannelOpened(_time);
        _time.Advance(TimeSpan.FromSeconds(3));
        HttpMeter.ChannelClosed(in channel, ChannelEndReason.KeepAliveTimeout);
        HttpMeter.Refused();

        Assert.Equal(
            [
                "fsmkit.http.server.channels {channel} 1",
                "fsmkit.http.server.channels {channel} -1",
                "fsmkit.http.server.channel.duration s 3 fsmkit.http.end_reason=KeepAliveTimeout",
                "fsmkit.http.server.refused {channel} 1",
            ],
            measured.Lines);
    }

    [Fact]
    public void What_began_before_anybody_listened_is_not_subtracted()
    {
        var (request, channel) = (HttpMeter.RequestStarted(KnownMethod.Get, false, _time), HttpMeter.ChannelOpened(_time));
        using var measured = new Measurements();
        HttpMeter.RequestEnded(in request, new RequestResult(200, true, 0, 0));
        HttpMeter.ChannelClosed(in channel, ChannelEndReason.PeerClosed);

        Assert.Empty(measured.Lines);
    }

    [Fact]
    public void The_duration_advises_the_buckets_of_the_conventions()
    {
        using var measured = new Measurements();
        HttpMeter.RequestStarted(KnownMethod.Get, false, _time);
        var duration = Assert.IsType<Histogram<double>>(measured.Instruments.Single(static one => one.Name == "http.server.request.duration"));
        Assert.Equal([0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10], duration.Advice!.HistogramBucketBoundaries!);
    }

    /// <summary>Measurements of the meter: <c>instrument unit value tag=value …</c></summary>
    private sealed class Measurements : IDisposable
    {
        private readonly MeterListener _listener = new();

        public Measurements(string? only = null)
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == HttpDiagnostics.MeterName && (only ?? instrument.Name) == instrument.Name)
                {
                    Instruments.Add(instrument);
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.Start();
        }

        public List<Instrument> Instruments { get; } = [];

        public List<string> Lines { get; } = [];

        public void Dispose() => _listener.Dispose();

        private void Add(Instrument instrument, object value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var line = FormattableString.Invariant($"{instrument.Name} {instrument.Unit} {value}");
            foreach (var tag in tags)
            {
                line += $" {tag.Key}={tag.Value}";
            }

            Lines.Add(line);
        }
    }
}
