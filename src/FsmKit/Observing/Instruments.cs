using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace FsmKit;

/// <summary>
/// The source of spans and the instruments of all loops of the process, made with the first loop. A listener that is older is told of them then.
/// </summary>
internal static class Instruments
{
    private static readonly string? Version = typeof(Instruments).Assembly.GetName().Version?.ToString(3);

    private static readonly ActivitySource Source = new(MachineDiagnostics.ActivitySourceName, Version);

    private static readonly Meter Meter = new(MachineDiagnostics.MeterName, Version);

    /// <summary>Rows that were run.</summary>
    public static readonly Counter<long> Transitions = Meter.CreateCounter<long>(
        "fsmkit.machine.transitions", "{transition}", "Rows of machines that were run.");

    /// <summary>Events that a machine did not take.</summary>
    public static readonly Counter<long> Refusals = Meter.CreateCounter<long>(
        "fsmkit.machine.refusals", "{event}", "Events that were refused, by a table or for want of room.");

    /// <summary>Events that a state keeps for later.</summary>
    public static readonly Counter<long> Deferrals = Meter.CreateCounter<long>(
        "fsmkit.machine.deferrals", "{event}", "Events that a state has deferred.");

    /// <summary>Exceptions of actions and guards.</summary>
    public static readonly Counter<long> Faults = Meter.CreateCounter<long>(
        "fsmkit.machine.faults", "{fault}", "Exceptions of actions and guards.");

    /// <summary>How long events and timeouts take.</summary>
    public static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "fsmkit.machine.handling.duration", "s", "Duration of the handling of an event or a timeout, with all that it causes at once.", null,
        Buckets(0.000001, 0.000005, 0.00001, 0.00005, 0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5));

    /// <summary>How many events a gobj keeps.</summary>
    public static readonly Histogram<int> KeptEvents = Meter.CreateHistogram(
        "fsmkit.machine.queue.depth", "{event}", "Events that a gobj keeps, measured with each one that is added.", null, Depths);

    /// <summary>How many posted events a loop finds.</summary>
    public static readonly Histogram<int> PostedEvents = Meter.CreateHistogram(
        "fsmkit.loop.queue.depth", "{event}", "Posted events that a loop finds when it looks for them.", null, Depths);

    /// <summary>Whether anybody wants spans.</summary>
    public static bool AreSpansWanted => Source.HasListeners();

    /// <summary>Whether anybody wants anything.</summary>
    public static bool AreWanted =>
        Source.HasListeners() || Transitions.Enabled || Duration.Enabled || Refusals.Enabled || Deferrals.Enabled || Faults.Enabled
        || KeptEvents.Enabled || PostedEvents.Enabled;

    /// <summary>The activity that an event which is being posted is to be a child of; null where there is none, or nobody wants spans.</summary>
    public static Activity? Poster => Source.HasListeners() ? Activity.Current : null;

    private static InstrumentAdvice<int> Depths => Buckets(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000);

    /// <summary>Starts a span and makes it the current one.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="parent">Where its event was posted. Null for the current activity.</param>
    /// <param name="tags">What is known of it.</param>
    /// <returns>Null when no listener wants this one.</returns>
    public static Activity? StartSpan(string name, Activity? parent, KeyValuePair<string, object?>[] tags)
    {
        // Of the poster only the context: a reference to it would keep the whole chain of posts alive.
        var span = Source.StartActivity(name, ActivityKind.Internal, parent?.Context ?? default, tags);
        if (span is not null && parent is not null)
        {
            foreach (var (key, value) in parent.Baggage)
            {
                // The newest ones come first.
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
