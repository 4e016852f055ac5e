using System.Diagnostics;

namespace FsmKit;

/// <summary>Names and tags of spans and of their events.</summary>
internal static class Spans
{
    /// <summary>Starts the span of an event and makes it the current activity.</summary>
    public static Activity? Start(WatchedRow row, Activity? poster)
    {
        var (machine, e) = (row.Machine, row.Event);
        return Instruments.StartSpan(
            $"{machine.Name} {e}", poster,
            [new(Words.GClass, machine.Name), new(Words.Event, e), new(Words.State, machine.StateName(row.Leaf))]);
    }

    /// <summary>Adds the outcome of an event to its own span, or to the span of the event that caused it.</summary>
    public static void AddRow(Activity span, WatchedRow row, int leaf, Outcome outcome)
    {
        var name = row.HasRun(outcome) ? "fsmkit.transition" : outcome switch
        {
            Outcome.Refused when row.Failure is null => "fsmkit.refusal",
            Outcome.Deferred => "fsmkit.deferral",
            _ => null,
        };
        if (name is null)
        {
            return;
        }

        var machine = row.Machine;
        var tags = new ActivityTagsCollection
        {
            { Words.GClass, machine.Name }, { Words.Event, row.Event }, { Words.State, machine.StateName(row.Leaf) },
        };
        if (row.HasRun(outcome))
        {
            tags.Add(Words.NextState, machine.StateName(leaf));
        }

        span.AddEvent(new ActivityEvent(name, tags: tags));
    }

    /// <summary>Ends the span of an event and restores the previous current activity.</summary>
    public static void End(Activity span, WatchedRow row, int leaf, Outcome outcome)
    {
        if (row.HasRun(outcome))
        {
            span.SetTag(Words.NextState, row.Machine.StateName(leaf));
        }

        if (row.Failure is { } failure)
        {
            span.SetTag(Words.Result, Words.Fault);
            span.SetTag(Words.ErrorType, Words.Of(failure));
            span.SetStatus(ActivityStatusCode.Error, failure.Message);
        }
        else
        {
            span.SetTag(Words.Result, Words.Of(outcome));
        }

        span.Stop();
    }
}
