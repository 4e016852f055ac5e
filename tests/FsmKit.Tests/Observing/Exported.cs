using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace FsmKit.Tests.Observing;

/// <summary>The OpenTelemetry SDK with its in-memory exporter: the data that a program would send to a collector.</summary>
internal sealed class Exported : IDisposable
{
    private static readonly ActivitySource Callers = new("FsmKit.Tests");
    private readonly List<MetricSnapshot> _metrics = [];
    private readonly TracerProvider? _tracer;
    private readonly MeterProvider? _meter;

    public Exported(bool spans = true, bool metrics = true)
    {
        _tracer = spans
            ? Sdk.CreateTracerProviderBuilder().AddSource(MachineDiagnostics.ActivitySourceName).AddSource(Callers.Name).AddInMemoryExporter(All).Build()
            : null;
        _meter = metrics ? Sdk.CreateMeterProviderBuilder().AddMeter(MachineDiagnostics.MeterName).AddInMemoryExporter(_metrics).Build() : null;
    }

    /// <summary>The spans of machines, in the order of their ends, in words.</summary>
    public IEnumerable<string> Names => Spans.Select(static span => span.DisplayName);

    /// <summary>The spans of machines, in the order of their ends.</summary>
    public IReadOnlyList<Activity> Spans => [.. All.Where(static span => span.Source.Name == MachineDiagnostics.ActivitySourceName)];

    public List<Activity> All { get; } = [];

    /// <summary>An activity of a caller of machines, such as a web framework, which starts one per request.</summary>
    public static Activity Begin(string name) => Callers.StartActivity(name, ActivityKind.Server)!;

    public Activity Span(string name) => Spans.Single(span => span.DisplayName == name);

    /// <summary>The events of a span, each with its tags.</summary>
    public static IEnumerable<string> EventsOf(Activity span) => span.Events.Select(static e => $"{e.Name} {Text(e.Tags)}");

    public static string Text(IEnumerable<KeyValuePair<string, object?>> tags) =>
        string.Join(" ", tags.Where(static tag => !tag.Key.StartsWith("exception.", StringComparison.Ordinal))
            .Select(static tag => $"{tag.Key.Replace("fsmkit.", "", StringComparison.Ordinal)}={tag.Value}"));

    /// <summary>The points of an instrument by their tags: a sum, or the number of measurements of a histogram.</summary>
    public IReadOnlyDictionary<string, long> Points(string instrument)
    {
        var points = new Dictionary<string, long>();
        foreach (var metric in Collect().Where(metric => metric.Name == instrument))
        {
            foreach (ref readonly var point in new ReadOnlySpan<MetricPoint>([.. metric.MetricPoints]))
            {
                var tags = new List<KeyValuePair<string, object?>>();
                foreach (var tag in point.Tags)
                {
                    tags.Add(tag);
                }

                points[Text(tags.OrderBy(static tag => tag.Key, StringComparer.Ordinal))] =
                    metric.MetricType == MetricType.Histogram ? point.GetHistogramCount() : point.GetSumLong();
            }
        }

        return points;
    }

    public IReadOnlyList<MetricSnapshot> Collect()
    {
        _metrics.Clear();
        _meter!.ForceFlush();
        return [.. _metrics];
    }

    public void Dispose()
    {
        _tracer?.Dispose();
        _meter?.Dispose();
    }
}
