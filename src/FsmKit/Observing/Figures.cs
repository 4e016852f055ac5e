using System.Diagnostics;

namespace FsmKit;

/// <summary>
/// The measurements of machines. No gobj's name is a tag, as there may be any number of gobjs; what is a tag is written in a table. A measurement allocates
/// nothing: there are never more than eight tags, which a <see cref="TagList"/> holds without an array.
/// </summary>
internal static class Figures
{
    /// <summary>An event, a timeout, or a row that follows one, is through.</summary>
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

    /// <summary>An exception has left an action or a guard.</summary>
    public static void Fault(GObj gobj, WatchedRow? row, Exception exception)
    {
        if (Instruments.Faults.Enabled)
        {
            var tags = row is null ? Tags(gobj) : Tags(row);
            tags.Add(Words.ErrorType, Words.Of(exception));
            Instruments.Faults.Add(1, in tags);
        }
    }

    /// <summary>An event is refused. Callable from any thread; what a listener throws ends here.</summary>
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
            // Said above.
        }
    }

    /// <summary>A gobj keeps one more event. What a listener throws ends here.</summary>
    public static void Kept(GObj gobj, int count)
    {
        try
        {
            Instruments.KeptEvents.Record(count, new KeyValuePair<string, object?>(Words.GClass, gobj.Machine.Name));
        }
        catch (Exception)
        {
            // Said above.
        }
    }

    /// <summary>A loop finds posted events. What a listener throws ends here.</summary>
    public static void Found(int count)
    {
        try
        {
            Instruments.PostedEvents.Record(count);
        }
        catch (Exception)
        {
            // Said above.
        }
    }

    private static TagList Tags(GObj gobj) => new() { { Words.GClass, gobj.Machine.Name }, { Words.State, gobj.StateName } };

    private static TagList Tags(WatchedRow row)
    {
        var machine = row.Machine;
        return new() { { Words.GClass, machine.Name }, { Words.Event, row.Event }, { Words.State, machine.StateName(row.Leaf) } };
    }
}
