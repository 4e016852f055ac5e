namespace FsmKit;

/// <content>Methods that the loop calls while a row of any of its gobjs runs. None of them throws.</content>
public sealed partial class Recorder
{
    private readonly Dictionary<MachineDescription, EventTexts> _texts = [];
    private readonly List<(GObj Gobj, int Input, Arrival Arrival)> _waiting = [];
    private (GObj Gobj, Arrival Arrival)? _came;
    private Invocation? _work;

    /// <summary>Replay that compares the rows; null in a normal program.</summary>
    private IReplay? Replay { get; init; }

    /// <summary>Creates a recorder for a replay, which keeps no entries.</summary>
    internal static Recorder ForReplay(GObj gobj, IReplay replay)
    {
        var recorder = new Recorder(gobj, new RecorderOptions { Capacity = 0, SnapshotEvery = int.MaxValue }) { Replay = replay };
        gobj.Gaplic.BeRecorded(recorder);
        return recorder;
    }

    /// <summary>Notes an exception that leaves a row.</summary>
    internal static void Failed(RecordedEntry entry, Exception exception) => entry.Fault ??= $"{exception.GetType().Name}: {exception.Message}";

    /// <summary>Notes an event that is about to be handled.</summary>
    internal void Came<TEvent>(GObj gobj, in TEvent e)
        where TEvent : struct
    {
        try
        {
            if (_paths.IsInside(gobj))
            {
                var kind = KindOf(gobj);
                _came = (gobj, kind is RecordedKind.Event or RecordedKind.Result ? Written(gobj, kind, in e) : new Arrival(kind, null, null));
            }
        }
        catch (Exception x)
        {
            Stop(x);
        }
    }

    /// <summary>Notes an event for a busy gobj.</summary>
    internal void Waits<TEvent>(GObj gobj, int input, in TEvent e)
        where TEvent : struct
    {
        try
        {
            if (Gaplic.Watched is { } sender && !_paths.IsInside(sender.Gobj) && _paths.IsInside(gobj))
            {
                _waiting.Add((gobj, input, Written(gobj, RecordedKind.Event, in e) with { Source = sender.Gobj }));
            }
        }
        catch (Exception x)
        {
            Stop(x);
        }
    }

    /// <summary>Sets the work whose end is the next event; null after that event.</summary>
    internal void Ends(Invocation? work) => _work = work;

    /// <summary>Begins the entry of a row.</summary>
    internal void Begin(WatchedRow row)
    {
        try
        {
            if (Gobj.IsDestroyed)
            {
                Dispose();
            }
            else if (row.IsEvent && _paths.IsInside(row.Gobj))
            {
                Begin(row, row.Gobj!);
            }
        }
        catch (Exception x)
        {
            Stop(x);
        }
    }

    /// <summary>Completes the entry of a row.</summary>
    internal void End(WatchedRow row, Outcome outcome)
    {
        var entry = row.Entry!;
        try
        {
            entry.Outcome = outcome;
            Replay?.Ending(entry);
            entry.After = row.Gobj!.StateName;
            Replay?.Ended(entry);
            if (entry.Number > 0)
            {
                _waiting.Clear(); // The rest was lost with a destroyed gobj.
                Keep(entry);
            }
        }
        catch (Exception x)
        {
            Stop(x);
        }
    }

    private void Begin(WatchedRow row, GObj gobj)
    {
        var outer = Outer(row);
        var arrival = _came is { } came && came.Gobj == gobj && row.Input >= 0 ? came.Arrival : new Arrival(KindOf(gobj), null, IsLost(row) ? "It borrows memory, and so cannot be written." : null);
        _came = null;
        if (arrival.Kind == RecordedKind.Inner && _waiting.FindIndex(one => one.Gobj == gobj && one.Input == row.Input) is >= 0 and var waited)
        {
            arrival = _waiting[waited].Arrival;
            _waiting.RemoveAt(waited);
        }

        var timer = arrival.Kind == RecordedKind.Timeout ? (LoopTimer)Gaplic.InControl! : null;
        var work = arrival.Kind == RecordedKind.Result ? _work : null;
        _work = null;
        row.Entry = new RecordedEntry
        {
            Kind = arrival.Kind,
            Number = outer is null ? ++Count : 0,
            At = outer is null ? Gaplic.Clock.Elapsed() : default,
            TimersFiredUntil = outer is null ? TimeSpan.FromMilliseconds(Gaplic.Timers.LookedBefore) : default,
            Target = _paths.Of(gobj),
            Event = TextsOf(gobj) is var texts && row.Input >= 0 ? texts.Names[row.Input] : row.Event,
            Value = arrival.Value,
            LossReason = arrival.LossReason,
            Source = arrival.Kind == RecordedKind.Event ? (arrival.Source ?? row.Outer?.Gobj ?? (Gaplic.InControl as PostLane)?.NextSource)?.FullName : null,
            Work = work?.Label,
            Timer = timer is { Named: null } ? timer.Number : null,
            Due = timer is null ? null : TimeSpan.FromMilliseconds(timer.Deadline),
            Before = gobj.Machine.StateName(row.Leaf),
        };
        outer?.Add(row.Entry);
        Replay?.Begins(row.Entry);
    }

    private static RecordedEntry? Outer(WatchedRow row)
    {
        var outer = row.Outer;
        while (outer is { Entry: null })
        {
            outer = outer.Outer;
        }

        return outer?.Entry;
    }

    /// <summary>Returns the cause of an event that a recorded gobj gets at this moment.</summary>
    private RecordedKind KindOf(GObj gobj)
    {
        if (_work is not null && _work.Owner == gobj)
        {
            return RecordedKind.Result;
        }

        if (Gaplic.Watched is { } sender)
        {
            return _paths.IsInside(sender.Gobj) ? RecordedKind.Inner : RecordedKind.Event;
        }

        return Gaplic.InControl switch
        {
            LoopTimer { Named: not null } named when named.Owner == gobj => RecordedKind.Timeout,
            LoopTimer { Number: >= 0 } state when state.Owner == gobj => RecordedKind.Timeout,
            LoopTimer timer when _paths.IsInside(timer.Owner) => RecordedKind.Own,
            PostLane { NextSource: { } source } when _paths.IsInside(source) => RecordedKind.Own,
            _ => RecordedKind.Event,
        };
    }

    private bool IsLost(WatchedRow row) => row.Input >= 0 && row.Machine.Inputs[row.Input].IsBorrowed && KindOf(row.Gobj!) == RecordedKind.Event;

    private Arrival Written<TEvent>(GObj gobj, RecordedKind kind, in TEvent e)
        where TEvent : struct
    {
        var (value, lost) = Replay is null ? TextsOf(gobj).Write(gobj, in e) : default;
        return new Arrival(kind, value, lost);
    }

    private EventTexts TextsOf(GObj gobj)
    {
        var machine = gobj.Machine;
        if (!_texts.TryGetValue(machine, out var texts))
        {
            texts = _texts[machine] = EventTexts.Of(gobj);
            Write(new RecordedTable(machine.Name, machine.ToReviewedTable()));
        }

        return texts;
    }

    /// <param name="Kind">Cause of the event.</param>
    /// <param name="Value">Value of the event.</param>
    /// <param name="LossReason">Reason why the event could not be written, or null.</param>
    /// <param name="Source">Sender of an event that had to wait.</param>
    private readonly record struct Arrival(RecordedKind Kind, SnapshotValue? Value, string? LossReason, GObj? Source = null);
}
