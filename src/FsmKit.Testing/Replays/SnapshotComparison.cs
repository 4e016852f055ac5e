namespace FsmKit.Testing.Replays;

/// <summary>Finds the first difference between a snapshot of a replay and the recorded one. Times are not compared.</summary>
internal static class SnapshotComparison
{
    /// <returns>The difference in words; null without one.</returns>
    public static string? Find(MachineSnapshot then, MachineSnapshot now, bool comparesKept, string name = "")
    {
        var of = name.Length == 0 ? "" : $" of {name}";
        if (then.State != now.State || then.IsFinished != now.IsFinished)
        {
            return $"the state{of} was {then.State}, and is {now.State} now";
        }

        foreach (var (member, value) in comparesKept ? then.Kept : new Dictionary<string, SnapshotValue>())
        {
            if (now.Kept.TryGetValue(member, out var kept) && kept != value)
            {
                return $"'{member}'{of} was {value.Json}, and is {kept.Json} now";
            }
        }

        if (!then.Deferred.Select(static e => (e.Event, e.Value)).SequenceEqual(now.Deferred.Select(static e => (e.Event, e.Value))))
        {
            return $"the deferred events{of} were [{Names(then)}], and are [{Names(now)}] now";
        }

        if (!then.Children.Select(static child => (child.GClass, child.Name)).SequenceEqual(now.Children.Select(static child => (child.GClass, child.Name))))
        {
            return $"the children{of} were [{Children(then)}], and are [{Children(now)}] now";
        }

        return then.Children.Zip(now.Children).Select(pair => Find(pair.First, pair.Second, comparesKept, $"{pair.First.GClass}:{pair.First.Name}")).FirstOrDefault(static found => found is not null);
    }

    private static string Names(MachineSnapshot snapshot) => string.Join(", ", snapshot.Deferred.Select(static e => $"{e.Event}{(e.Value is { } value ? " " + value.Json : "")}"));

    private static string Children(MachineSnapshot snapshot) => string.Join(", ", snapshot.Children.Select(static child => $"{child.GClass}:{child.Name}"));
}
