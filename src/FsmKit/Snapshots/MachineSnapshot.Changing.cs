namespace FsmKit;

/// <content>What a <c>Migrate</c> method needs again and again. Each gives a new snapshot.</content>
public sealed partial record MachineSnapshot
{
    /// <summary>
    /// Subtracts the time that has passed since <see cref="Taken"/> from what is left of each timeout, also of the children. What is below zero then is overdue, and comes first.
    /// </summary>
    /// <param name="now">The present. Earlier than <see cref="Taken"/> counts as no time.</param>
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

    /// <summary>Gives a state another name, wherever the state is named.</summary>
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

    /// <summary>Gives an event another name, wherever the event waits.</summary>
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

    /// <summary>Adds a kept value, or replaces it.</summary>
    /// <param name="name">The name of the member.</param>
    /// <param name="json">The value as JSON, as in <c>0</c> or <c>"open"</c>.</param>
    public MachineSnapshot Keep(string name, string json) =>
        this with { Kept = new Dictionary<string, SnapshotValue>(Kept) { [name] = new SnapshotValue(json) } };

    /// <summary>Removes a kept value; nothing happens when there is none.</summary>
    public MachineSnapshot Drop(string name) => this with { Kept = Kept.Where(kept => kept.Key != name).ToDictionary() };
}
