namespace FsmKit.Benchmarks;

/// <summary>Everything that is measured.</summary>
public static class Groups
{
    public static IEnumerable<Group> All() =>
    [
        Dispatch(Table.Small, "random", "by hand"), Dispatch(Table.Small, "cyclic", "by hand"), Dispatch(Table.Small, "call sites", "by hand"),
        Dispatch(Table.Large, "random", "by hand"), Dispatch(Table.Large, "cyclic", "by hand"), Dispatch(Table.Large, "call sites", "by hand"),
        Dispatch(Table.Lanes, "random", "direct"), Dispatch(Table.Lanes, "cyclic", "direct"),
        RuntimeWork.Publishing(1), RuntimeWork.Publishing(4), RuntimeWork.Posting(), RuntimeWork.Timers(),
    ];

    /// <summary>One table fed with one kind of stream.</summary>
    public static Group Dispatch(Table table, string stream, string reference) =>
        new($"{table.Name}, {stream}", EventSequence.Length, reference, [.. table.Contestants().Select(contestant => new Contender(
            contestant.Name, Feed(contestant.Machine, table, stream)))]);

    private static Action Feed(Contestant machine, Table table, string stream)
    {
        if (stream == "call sites")
        {
            return () =>
            {
                for (var i = 0; i < EventSequence.Length / 64; i++)
                {
                    machine.Walk(i & 7);
                }
            };
        }

        var events = stream == "random" ? table.Random.Value : table.Cyclic.Value;
        return () => machine.Run(events.Ids, events.Values);
    }
}
