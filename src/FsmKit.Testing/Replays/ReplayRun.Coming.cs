namespace FsmKit.Testing.Replays;

/// <content>Delivery of each kind of entry.</content>
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

    /// <summary>Delivers an event that the gobjs posted to each other, or fires their own timers until one posts it.</summary>
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
                _check.Differ(entry, null, $"{Explanation.Named(entry)} came from inside when it was recorded, and was not posted now.{_check.Explain(entry)}");
            }
        }
    }

    /// <summary>Sends an event from outside, or the end of work, inside of the row that runs, if any.</summary>
    private void SendInside(RecordedEntry entry)
    {
        if (_check.IsOver || FindTarget(entry) is not { } gobj)
        {
            return;
        }

        if (entry.LossReason is not null)
        {
            _check.HaltReason ??= $"The replay cannot go on beyond entry {entry.Number}, at {Explanation.Time(entry.At)}: {Explanation.Named(entry)} was recorded by its name only. {entry.LossReason}";
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
            // An action threw, as the entry records.
        }
    }

    /// <summary>
    /// Ends the work of an entry, and returns whether it was under way. The work of an Invoke call may have begun before the first
    /// snapshot; then there is none to end.
    /// </summary>
    private static bool EndsWork(GObj gobj, RecordedEntry entry)
    {
        var work = gobj.Invocations.FirstOrDefault(work => work.Label == entry.Work);
        work?.EndHeld();
        return work is not null || entry.Work!.StartsWith("Invoke(", StringComparison.Ordinal);
    }

    /// <summary>Whether an event without a source, recorded as one from outside, is the next post of the gobjs.</summary>
    private bool IsNextPost(RecordedEntry entry)
    {
        if (_loop.NextPost is not { } post || _paths.Find(entry.Target) is not { } gobj || post.To != gobj || post.With != entry.Event.Split('#')[0])
        {
            return false;
        }

        try
        {
            return entry.LossReason is not null || gobj.Snapshot().Queued is [{ } first, ..] && first.Event == entry.Event && first.Value == entry.Value;
        }
        catch (GObjException)
        {
            return true;
        }
    }

    /// <summary>Whether an event was posted long ago that the recording does not have.</summary>
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
