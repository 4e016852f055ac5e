namespace FsmKit;

/// <content>Methods for a <c>Migrate</c> method. Each returns a new snapshot.</content>
public sealed partial record MachineSnapshot
{
    /// <summary>
    /// Returns a copy in which the remaining time of each timeout, also of the children, is shorter by the time since <see cref="Taken"/>.
    /// A timeout whose remaining time is then negative is overdue and comes first after a restore.
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

    /// <summary>Returns a copy in which a state has another name, everywhere except in the children.</summary>
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

    /// <summary>
    /// Returns a copy in which an event has another name in all timeouts, deferred and posted events, except in the children.
    /// </summary>
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

    /// <summary>Returns a copy in which the value of a member with <see cref="KeptAttribute"/> is added or replaced.</summary>
    /// <param name="name">Name of the member.</param>
    /// <param name="json">Value as JSON, as in <c>0</c> or <c>"open"</c>.</param>
    public MachineSnapshot Keep(string name, string json) =>
        this with { Kept = new Dictionary<string, SnapshotValue>(Kept) { [name] = new SnapshotValue(json) } };

    /// <summary>Returns a copy without the value of a member with <see cref="KeptAttribute"/>. No effect if there is no value.</summary>
    public MachineSnapshot Drop(string name) => this with { Kept = Kept.Where(kept => kept.Key != name).ToDictionary() };
}
