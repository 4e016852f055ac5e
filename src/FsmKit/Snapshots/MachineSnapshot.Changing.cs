namespace FsmKit;

/// <content>Methods for a <c>Migrate</c> method. Each returns a new snapshot.</content>
public sealed partial record MachineSnapshot
{
    /// <summary>
    /// Subtracts the time since <see cref="Taken"/> from the remaining time of each timeout, also of the children. A timeout whose remaining time is
    /// then negative is overdue and comes first.
    /// </summary>
    /// <param name="now">Current time. A time before <see cref="Taken"/> changes nothing.</param>
    public MachineSnapshot Aged(DateTimeOffset now)
    {
        var passed = now - Taken;
        return passed <= TimeSpan.Zero ? this : this with
        {
            Taken = now,
            Timeouts = [.. Timeouts.Select(timeout => timeout with { Left = timeout.Left - passed })],
            Children = [.. Children.Select(child => child.Aged(now))],
        };
    }

    /// <summary>Renames a state everywhere in the snapshot, without the children.</summary>
    public MachineSnapshot RenameState(string from, string to)
    {
        string Named(string state) => state == from ? to : state;
        return this with
        {
            State = Named(State),
            History = History.ToDictionary(left => Named(left.Key), left => Named(left.Value)),
            Timeouts = [.. Timeouts.Select(timeout => timeout.State is { } state ? timeout with { State = Named(state) } : timeout)],
        };
    }

    /// <summary>Renames an event in all timeouts and waiting events, without the children.</summary>
    public MachineSnapshot RenameEvent(string from, string to)
    {
        EventSnapshot Named(EventSnapshot e) => e.Event == from ? e with { Event = to } : e;
        return this with
        {
            Timeouts = [.. Timeouts.Select(timeout => timeout.Event == from ? timeout with { Event = to } : timeout)],
            Deferred = [.. Deferred.Select(Named)],
            Queued = [.. Queued.Select(Named)],
        };
    }

    /// <summary>Adds or replaces the value of a kept member.</summary>
    /// <param name="name">Name of the member.</param>
    /// <param name="json">Value as JSON, as in <c>0</c> or <c>"open"</c>.</param>
    public MachineSnapshot Keep(string name, string json) =>
        this with { Kept = new Dictionary<string, SnapshotValue>(Kept) { [name] = new SnapshotValue(json) } };

    /// <summary>Removes the value of a kept member. No effect if there is none.</summary>
    public MachineSnapshot Drop(string name) => this with { Kept = Kept.Where(kept => kept.Key != name).ToDictionary() };
}
