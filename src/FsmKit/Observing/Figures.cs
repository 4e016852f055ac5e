using System.Diagnostics;

namespace FsmKit;

/// <summary>
/// Metrics of machines. Names of gobjs are no tags, because their number is unlimited; all tag values come from tables. A measurement allocates
/// nothing: there are at most eight tags, which a <see cref="TagList"/> holds without an array.
/// </summary>
internal static class Figures
{
    /// <summary>Records a handled event or timeout, or a row that followed one.</summary>
    public static void Handled(WatchedRow row, int leaf, Outcome outcome, TimeProvider time)
    {
        if (Instruments.Transitions.Enabled && row.HasRun(outcome))
        {
            var tags = Tags(row);
            tags.Add(Words.NextState, row.Machine.StateName(leaf));
            Instruments.Transitions.Add(1, in tags);
        }

        if (Instruments.Deferrals.Enabled && outcome == Outcome.Deferred)
        {
            Instruments.Deferrals.Add(1, Tags(row));
        }

        if (row.Start is { } start)
        {
            var tags = Tags(row);
            tags.Add(Words.Result, row.Failure is null ? Words.Of(outcome) : Words.Fault);
            if (row.Failure is { } failure)
            {
                tags.Add(Words.ErrorType, Words.Of(failure));
            }

            Instruments.Duration.Record(time.GetElapsedTime(start).TotalSeconds, in tags);
        }
    }

    /// <summary>Records an exception of an action or a guard.</summary>
    public static void Fault(GObj gobj, WatchedRow? row, Exception exception)
    {
        if (Instruments.Faults.Enabled)
        {
            var tags = row is null ? Tags(gobj) : Tags(row);
            tags.Add(Words.ErrorType, Words.Of(exception));
            Instruments.Faults.Add(1, in tags);
        }
    }

    /// <summary>Records a refused event. Thread-safe. Exceptions of listeners are swallowed.</summary>
    public static void Refused(GObj gobj, string e, string reason)
    {
        if (!Instruments.Refusals.Enabled)
        {
            return;
        }

        try
        {
            var tags = Tags(gobj);
            tags.Add(Words.Event, e);
            tags.Add(Words.Reason, reason);
            Instruments.Refusals.Add(1, in tags);
        }
        catch (Exception)
        {
            // An exception of a listener, swallowed.
        }
    }

    /// <summary>Records that a gobj keeps one more event. Exceptions of listeners are swallowed.</summary>
    public static void Kept(GObj gobj, int count)
    {
        try
        {
            Instruments.KeptEvents.Record(count, new KeyValuePair<string, object?>(Words.GClass, gobj.Machine.Name));
        }
        catch (Exception)
        {
            // An exception of a listener, swallowed.
        }
    }

    /// <summary>Records the number of posted events that a loop finds. Exceptions of listeners are swallowed.</summary>
    public static void Found(int count)
    {
        try
        {
            Instruments.PostedEvents.Record(count);
        }
        catch (Exception)
        {
            // An exception of a listener, swallowed.
        }
    }

    private static TagList Tags(GObj gobj) => new() { { Words.GClass, gobj.Machine.Name }, { Words.State, gobj.StateName } };

    private static TagList Tags(WatchedRow row)
    {
        var machine = row.Machine;
        return new() { { Words.GClass, machine.Name }, { Words.Event, row.Event }, { Words.State, machine.StateName(row.Leaf) } };
    }
}
