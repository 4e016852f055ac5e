using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace FsmKit;

/// <summary>
/// Source of spans and metric instruments of all loops of the process, created with the first loop. A listener that was registered earlier is
/// notified then.
/// </summary>
internal static class Instruments
{
    private static readonly string? Version = typeof(Instruments).Assembly.GetName().Version?.ToString(3);

    private static readonly ActivitySource Source = new(MachineDiagnostics.ActivitySourceName, Version);

    private static readonly Meter Meter = new(MachineDiagnostics.MeterName, Version);

    /// <summary>Number of rows that were run.</summary>
    public static readonly Counter<long> Transitions = Meter.CreateCounter<long>(
        "fsmkit.machine.transitions", "{transition}", "Rows of machines that were run.");

    /// <summary>Number of refused events.</summary>
    public static readonly Counter<long> Refusals = Meter.CreateCounter<long>(
        "fsmkit.machine.refusals", "{event}", "Events that were refused, by a table or for want of room.");

    /// <summary>Number of deferred events.</summary>
    public static readonly Counter<long> Deferrals = Meter.CreateCounter<long>(
        "fsmkit.machine.deferrals", "{event}", "Events that a state has deferred.");

    /// <summary>Number of exceptions of actions and guards.</summary>
    public static readonly Counter<long> Faults = Meter.CreateCounter<long>(
        "fsmkit.machine.faults", "{fault}", "Exceptions of actions and guards.");

    /// <summary>Duration of the handling of events and timeouts, in seconds.</summary>
    public static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "fsmkit.machine.handling.duration", "s", "Duration of the handling of an event or a timeout, with all that it causes at once.", null,
        Buckets(0.000001, 0.000005, 0.00001, 0.00005, 0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5));

    /// <summary>Number of events that a gobj keeps.</summary>
    public static readonly Histogram<int> KeptEvents = Meter.CreateHistogram(
        "fsmkit.machine.queue.depth", "{event}", "Events that a gobj keeps, measured with each one that is added.", null, Depths);

    /// <summary>Number of posted events that a loop finds.</summary>
    public static readonly Histogram<int> PostedEvents = Meter.CreateHistogram(
        "fsmkit.loop.queue.depth", "{event}", "Posted events that a loop finds when it looks for them.", null, Depths);

    /// <summary>Whether there is a listener to spans.</summary>
    public static bool AreSpansWanted => Source.HasListeners();

    /// <summary>Whether there is a listener to spans or metrics.</summary>
    public static bool AreWanted =>
        Source.HasListeners() || Transitions.Enabled || Duration.Enabled || Refusals.Enabled || Deferrals.Enabled || Faults.Enabled
        || KeptEvents.Enabled || PostedEvents.Enabled;

    /// <summary>Parent activity for an event that is being posted; null without a current activity or without a listener to spans.</summary>
    public static Activity? Poster => Source.HasListeners() ? Activity.Current : null;

    private static InstrumentAdvice<int> Depths => Buckets(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000);

    /// <summary>Starts a span and makes it the current activity.</summary>
    /// <param name="name">Name of the span.</param>
    /// <param name="parent">Activity in which the event was posted; null for the current activity.</param>
    /// <param name="tags">Tags of the span.</param>
    /// <returns>The span; null when no listener samples it.</returns>
    public static Activity? StartSpan(string name, Activity? parent, KeyValuePair<string, object?>[] tags)
    {
        // Only the context of the poster: a reference would keep the whole chain of posts alive.
        var span = Source.StartActivity(name, ActivityKind.Internal, parent?.Context ?? default, tags);
        if (span is not null && parent is not null)
        {
            foreach (var (key, value) in parent.Baggage)
            {
                // The newest items come first.
                if (span.GetBaggageItem(key) is null)
                {
                    span.AddBaggage(key, value);
                }
            }
        }

        return span;
    }

    private static InstrumentAdvice<T> Buckets<T>(params T[] boundaries)
        where T : struct => new() { HistogramBucketBoundaries = boundaries };
}
