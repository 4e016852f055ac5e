namespace FsmKit.Testing.Replays;

/// <summary>Finds timers of the gobjs of a replay.</summary>
internal sealed class ReplayTimers(GObjPaths paths, ReplayClock clock, TimeSpan tolerance)
{
    /// <summary>Finds the armed timer of a recorded timeout; null when it is not armed.</summary>
    public static LoopTimer? Find(GObj gobj, RecordedEntry entry) => Of(gobj).FirstOrDefault(timer => Is(timer, entry));

    /// <summary>Returns the due time of a timer, as a time of the recording.</summary>
    public TimeSpan Due(LoopTimer timer) => clock.Recorded(TimeSpan.FromMilliseconds(timer.Deadline));

    /// <summary>Whether the timer is due at the time of the recorded timeout, within the tolerance.</summary>
    public bool IsInTime(LoopTimer timer, RecordedEntry entry) => entry.Due is not { } due || (Due(timer) - due).Duration() <= tolerance;

    /// <summary>Finds a timeout that is due before an entry, and that the rest of the recording does not have; null without one.</summary>
    public (GObj Gobj, LoopTimer Timer)? FindEarly(RecordedEntry entry, IEnumerable<RecordedEntry> rest)
    {
        foreach (var gobj in paths.All())
        {
            var early = Of(gobj).FirstOrDefault(timer => !IsOwn(timer) && Due(timer) + tolerance < entry.TimersFiredUntil && !rest.Any(later => IsSame(gobj, timer, later)));
            if (early is not null)
            {
                return (gobj, early);
            }
        }

        return null;
    }

    /// <summary>Finds the first due timer that is no timeout of a table; null when none is due.</summary>
    public LoopTimer? FindOwn() => paths.All().SelectMany(Of).Where(timer => IsOwn(timer) && TimeSpan.FromMilliseconds(timer.Deadline) <= clock.Now)
        .OrderBy(static timer => timer.Deadline).ThenBy(static timer => timer.Turn).FirstOrDefault();

    /// <summary>Returns the name of a timeout.</summary>
    public static string Name(GObj gobj, LoopTimer timer)
    {
        var timeouts = gobj.LeafState is >= 0 and var leaf ? gobj.Machine.PathOf(leaf).SelectMany(gobj.Machine.TimeoutsOf).ToList() : [];
        return timer.Named?.Event ?? (timer.Number < timeouts.Count ? timeouts[timer.Number].Event : "a timeout");
    }

    private bool IsSame(GObj gobj, LoopTimer timer, RecordedEntry entry) =>
        entry.Kind == RecordedKind.Timeout && Is(timer, entry) && paths.Of(gobj) == entry.Target && IsInTime(timer, entry);

    private static bool Is(LoopTimer timer, RecordedEntry entry) =>
        entry.Timer is { } number ? timer.Number == number : timer.Named is { } named && named.Event == entry.Event.Split('#')[0];

    private static bool IsOwn(LoopTimer timer) => timer is { Named: null, Number: < 0 };

    private static IEnumerable<LoopTimer> Of(GObj gobj)
    {
        for (var timer = gobj.FirstTimer; timer is not null; timer = timer.NextOfOwner)
        {
            if (timer.IsArmed)
            {
                yield return timer;
            }
        }
    }
}
