namespace FsmKit.Benchmarks;

/// <summary>All groups of measurements.</summary>
public static class Groups
{
    /// <summary>The ways of feeding a table.</summary>
    public static IReadOnlyList<string> Streams { get; } = ["random", "cyclic", "call sites", "random numbers", "cyclic numbers"];

    public static IEnumerable<Group> All() =>
    [
        .. Table.All.SelectMany(static table => Streams.Select(stream => Dispatch(table, stream, "by hand"))),
        .. Table.Levels.SelectMany(static table => Streams.Take(2).Select(stream => Dispatch(table, stream, "flat"))),
        Dispatch(Table.Lanes, "random", "direct"), .. Talking(),
        HttpWork.Requests(),
    ];

    /// <summary>Groups of communication between gobjs: publications, posts, timers, and events in each lane.</summary>
    public static IEnumerable<Group> Talking() =>
    [
        RuntimeWork.Publishing(1), RuntimeWork.Publishing(3), RuntimeWork.Publishing(0), RuntimeWork.Posting(), RuntimeWork.Timers(),
        Dispatch(Table.Lanes, "cyclic", "direct"),
    ];

    /// <summary>Group for one table and one kind of stream.</summary>
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

        var events = stream.StartsWith("random", StringComparison.Ordinal) ? table.Random.Value : table.Cyclic.Value;
        return stream.EndsWith("numbers", StringComparison.Ordinal)
            ? () => machine.Run(events.Ids, events.Values)
            : () => machine.Decode(events.Ids, events.Values);
    }
}
