namespace FsmKit.Testing.Replays;

/// <content>How an entry of each kind comes.</content>
internal sealed partial class ReplayRun
{
    private TimeSpan? _postedSince;

    private void Come(RecordedEntry entry)
    {
        switch (entry.Kind)
        {
            case RecordedKind.Timeout:
                Fire(entry);
                break;
            case RecordedKind.Own:
                ComeByItself(entry);
                break;
            case RecordedKind.Event when IsNextPost(entry):
                _check.Expect(entry);
                _loop.DeliverNextPost();
                break;
            default:
                _loop.InCycle(static come => come.Run.SendInside(come.Entry), (Run: this, Entry: entry));
                break;
        }
    }

    private void Fire(RecordedEntry entry)
    {
        if (FindTarget(entry) is not { } gobj)
        {
            return;
        }

        if (ReplayTimers.Find(gobj, entry) is not { } timer)
        {
            _check.Differ(entry, null, $"{Explanation.Named(entry)} came in {entry.Before} when it was recorded, and no such timeout runs now, in {gobj.StateName}.{_check.Explain(entry)}");
        }
        else if (!_timers.IsInTime(timer, entry))
        {
            var (now, then) = (_timers.Due(timer), entry.Due!.Value);
            _check.Differ(entry, null, $"{Explanation.Named(entry)} was due at {Explanation.Time(then)} when it was recorded, and is due {(now < then ? "earlier" : "later")} now, at {Explanation.Time(now)}.{_check.Explain(entry)}");
        }
        else
        {
            _check.Expect(entry);
            _loop.FireNow(timer);
        }
    }

    /// <summary>What the gobjs have posted to each other; or what their own timers do, which may be a post.</summary>
    private void ComeByItself(RecordedEntry entry)
    {
        _check.Expect(entry);
        while (!_check.HasCome && !_check.IsOver)
        {
            if (_loop.NextPost is not null)
            {
                _loop.DeliverNextPost();
            }
            else if (_timers.FindOwn() is { } timer)
            {
                _loop.FireNow(timer);
            }
            else
            {
                _check.Differ(entry, null, $"{Explanation.Named(entry)} came from inside when it was recorded, and nobody has posted it now.{_check.Explain(entry)}");
            }
        }
    }

    /// <summary>Sends what came from outside, or the end of work, inside of the row that runs, or of none.</summary>
    private void SendInside(RecordedEntry entry)
    {
        if (_check.IsOver || FindTarget(entry) is not { } gobj)
        {
            return;
        }

        if (entry.Lost is not null)
        {
            _check.Halt ??= $"The replay cannot go on beyond entry {entry.Number}, at {Explanation.Time(entry.At)}: {Explanation.Named(entry)} was recorded by its name only. {entry.Lost}";
            return;
        }

        if (entry.Work is not null && !EndsWork(gobj, entry))
        {
            _check.Differ(entry, null, $"{Explanation.Named(entry)} came when it was recorded, and that work is not under way now, in {gobj.StateName}.{_check.Explain(entry)}");
            return;
        }

        _check.Expect(entry);
        try
        {
            TextsOf(gobj).Send(gobj, entry.Event, entry.Value, entry.Work is null ? EventOrigin.Other : EventOrigin.Self);
        }
        catch (MachineSnapshotException x)
        {
            _check.Differ(entry, null, $"{Explanation.Named(entry)} came when it was recorded, and cannot be sent now: {x.Message}{_check.Explain(entry)}");
        }
        catch (Exception)
        {
            // Of an action, as the entry says.
        }
    }

    /// <summary>The work of a call may have begun before the first snapshot: then nobody holds it.</summary>
    private static bool EndsWork(GObj gobj, RecordedEntry entry)
    {
        var work = gobj.Invocations.FirstOrDefault(work => work.Label == entry.Work);
        work?.EndHeld();
        return work is not null || entry.Work!.StartsWith("Invoke(", StringComparison.Ordinal);
    }

    /// <summary>Whether an event seemed to come from outside, as it had no source, and was posted by one of the gobjs.</summary>
    private bool IsNextPost(RecordedEntry entry)
    {
        if (_loop.NextPost is not { } post || _paths.Find(entry.Target) is not { } gobj || post.To != gobj || post.With != entry.Event.Split('#')[0])
        {
            return false;
        }

        try
        {
            return entry.Lost is not null || gobj.Snapshot().Queued is [{ } first, ..] && first.Event == entry.Event && first.Value == entry.Value;
        }
        catch (GObjException)
        {
            return true;
        }
    }

    /// <summary>Whether something was posted long ago that did not come when it was recorded.</summary>
    private bool IsLatePost(RecordedEntry entry, int at)
    {
        _postedSince = _loop.NextPost is null ? null : _postedSince ?? _clock.Now;
        if (_postedSince + _options.Tolerance >= _clock.Now || _loop.NextPost is not (GObj to, { } with))
        {
            return false;
        }

        var target = _paths.IsInside(to) ? _paths.Of(to) : null;
        if (target is null || _entries.Skip(at).Any(later => later.Target == target && later.Event.Split('#')[0] == with))
        {
            return false;
        }

        _check.Differ(entry, null, $"before it, {with} to {Explanation.Label(target)} was posted by itself now, which did not come when it was recorded.");
        return true;
    }

    private GObj? FindTarget(RecordedEntry entry)
    {
        var gobj = _paths.Find(entry.Target);
        if (gobj is null)
        {
            _check.Differ(entry, null, $"{Explanation.Named(entry)} came when it was recorded, and there is no gobj {Explanation.Label(entry.Target)} now.");
        }

        return gobj;
    }

    private EventTexts TextsOf(GObj gobj)
    {
        if (!_texts.TryGetValue(gobj.Machine, out var texts))
        {
            _texts[gobj.Machine] = texts = EventTexts.Of(gobj);
        }

        return texts;
    }
}
