namespace FsmKit.Testing.Replays;

/// <summary>The timers of the gobjs of a replay.</summary>
internal sealed class ReplayTimers(GObjPaths paths, ReplayClock clock, TimeSpan tolerance)
{
    /// <summary>The timer of a recorded timeout that runs; null when it does not.</summary>
    public static LoopTimer? Find(GObj gobj, RecordedEntry entry) => Of(gobj).FirstOrDefault(timer => Is(timer, entry));

    /// <summary>For when a timer is due, counted as the recording does.</summary>
    public TimeSpan Due(LoopTimer timer) => clock.Recorded(TimeSpan.FromMilliseconds(timer.Deadline));

    /// <summary>Whether a recorded timeout was due at about the same time.</summary>
    public bool IsInTime(LoopTimer timer, RecordedEntry entry) => entry.Due is not { } due || (Due(timer) - due).Duration() <= tolerance;

    /// <summary>A timeout that should have come before an entry, and that does not come later in the recording either; null without one.</summary>
    public (GObj Gobj, LoopTimer Timer)? FindEarly(RecordedEntry entry, IEnumerable<RecordedEntry> rest)
    {
        foreach (var gobj in paths.All())
        {
            var early = Of(gobj).FirstOrDefault(timer => !IsOwn(timer) && Due(timer) + tolerance < entry.Looked && !rest.Any(later => IsSame(gobj, timer, later)));
            if (early is not null)
            {
                return (gobj, early);
            }
        }

        return null;
    }

    /// <summary>The timer of the gobjs' own that is due first and is no timeout of a table; null without one that is due.</summary>
    public LoopTimer? FindOwn() => paths.All().SelectMany(Of).Where(timer => IsOwn(timer) && TimeSpan.FromMilliseconds(timer.Deadline) <= clock.Now)
        .OrderBy(static timer => timer.Deadline).ThenBy(static timer => timer.Turn).FirstOrDefault();

    /// <summary>What a timeout is called.</summary>
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
