using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace FsmKit.Http;

/// <summary>
/// Metrics of all HTTP servers of the process: the instruments of the OpenTelemetry semantic conventions for servers, and a few of FsmKit.
/// An instrument costs one comparison without a listener, and allocates nothing with one.
/// </summary>
internal static class HttpMeter
{
    private static readonly Meter Meter = new(HttpDiagnostics.MeterName);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "http.server.request.duration", "s", "Duration of HTTP server requests.", null,
        Buckets(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10));

    private static readonly UpDownCounter<long> Active = Meter.CreateUpDownCounter<long>(
        "http.server.active_requests", "{request}", "Number of active HTTP server requests.");

    private static readonly Histogram<long> RequestBody = Meter.CreateHistogram(
        "http.server.request.body.size", "By", "Size of HTTP server request bodies.", null, Buckets(Sizes));

    private static readonly Histogram<long> ResponseBody = Meter.CreateHistogram(
        "http.server.response.body.size", "By", "Size of HTTP server response bodies.", null, Buckets(Sizes));

    private static readonly UpDownCounter<long> Channels = Meter.CreateUpDownCounter<long>(
        "fsmkit.http.server.channels", "{channel}", "Connections to HTTP servers that stand.");

    private static readonly Histogram<double> ChannelDuration = Meter.CreateHistogram(
        "fsmkit.http.server.channel.duration", "s", "Duration of connections to HTTP servers, by what ended them.", null,
        Buckets(0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 120, 300));

    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>(
        "fsmkit.http.server.refused", "{channel}", "Connections that an HTTP server refused, because it had as many as it may.");

    private static readonly string[] Reasons = Enum.GetNames<ChannelEndReason>();

    private static long[] Sizes => [0, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

    /// <summary>Begins to measure a request whose head was read. The result goes to <see cref="RequestEnded"/>, exactly once.</summary>
    public static RequestMeasure RequestStarted(KnownMethod method, bool isSecure, TimeProvider time)
    {
        var isCounted = Active.Enabled;
        if (isCounted)
        {
            CountActive(1, method, isSecure);
        }

        return isCounted || Duration.Enabled || RequestBody.Enabled || ResponseBody.Enabled
            ? new RequestMeasure(time, time.GetTimestamp(), method, isSecure, isCounted)
            : default;
    }

    /// <summary>Records a request whose response is sent or given up.</summary>
    public static void RequestEnded(in RequestMeasure request, in RequestResult result)
    {
        if (request.Time is null)
        {
            return;
        }

        if (request.IsCounted)
        {
            CountActive(-1, request.Method, request.IsSecure);
        }

        var tags = Tags(in request, in result);
        Duration.Record(request.Time.GetElapsedTime(request.Start).TotalSeconds, in tags);
        RequestBody.Record(result.RequestBytes, in tags);
        ResponseBody.Record(result.ResponseBytes, in tags);
    }

    /// <summary>Begins to measure a new connection. The result goes to <see cref="ChannelClosed"/>, exactly once.</summary>
    public static ChannelMeasure ChannelOpened(TimeProvider time)
    {
        var isCounted = Channels.Enabled;
        if (isCounted)
        {
            Channels.Add(1);
        }

        return isCounted || ChannelDuration.Enabled ? new ChannelMeasure(time, time.GetTimestamp(), isCounted) : default;
    }

    /// <summary>Records a connection that has ended.</summary>
    public static void ChannelClosed(in ChannelMeasure channel, ChannelEndReason reason)
    {
        if (channel.Time is null)
        {
            return;
        }

        if (channel.IsCounted)
        {
            Channels.Add(-1);
        }

        ChannelDuration.Record(
            channel.Time.GetElapsedTime(channel.Start).TotalSeconds,
            new KeyValuePair<string, object?>("fsmkit.http.end_reason", Name(reason)));
    }

    /// <summary>Counts a connection that was refused because the server was full.</summary>
    public static void Refused() => Refusals.Add(1);

    /// <summary>Returns the reason as a tag. Allocates nothing.</summary>
    public static string Name(ChannelEndReason reason) => Reasons[(int)reason];

    private static void CountActive(int change, KnownMethod method, bool isSecure) => Active.Add(
        change,
        new KeyValuePair<string, object?>("http.request.method", HttpWords.Method(method)),
        new KeyValuePair<string, object?>("url.scheme", HttpWords.Scheme(isSecure)));

    // Eight tags at most: a TagList stores up to eight without an array.
    private static TagList Tags(in RequestMeasure request, in RequestResult result)
    {
        var tags = default(TagList);
        tags.Add("http.request.method", HttpWords.Method(request.Method));
        tags.Add("url.scheme", HttpWords.Scheme(request.IsSecure));
        tags.Add("network.protocol.name", "http");
        tags.Add("network.protocol.version", HttpWords.Version(result.IsHttp11));
        if (result.Status != 0)
        {
            tags.Add("http.response.status_code", HttpWords.Status(result.Status));
        }

        if (HttpWords.Error(result.Status, result.Error) is { } error)
        {
            tags.Add("error.type", error);
        }

        return tags;
    }

    private static InstrumentAdvice<T> Buckets<T>(params T[] boundaries)
        where T : struct => new() { HistogramBucketBoundaries = boundaries };
}
