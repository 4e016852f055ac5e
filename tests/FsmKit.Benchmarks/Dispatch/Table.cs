namespace FsmKit.Benchmarks;

/// <summary>One table, the ways of writing it, and the streams for it.</summary>
public sealed class Table
{
    /// <summary>6 states, 8 events.</summary>
    public static readonly Table Small = new(
        "6 x 8",
        MachineDescription.Of<SmallGClass>(),
        ("gclass", static () => new SmallGClassDriver(Gaplic.Create<SmallGClass>())),
        ("by hand: method per event", static () => new SmallPerEventDriver(new())),
        ("by hand: nested switch", static () => new SmallNestedDriver(new())),
        ("by hand: switch per state", static () => new SmallPerStateDriver(new())));

    /// <summary>50 states, 50 events.</summary>
    public static readonly Table Large = new(
        "50 x 50",
        MachineDescription.Of<LargeGClass>(),
        ("gclass", static () => new LargeGClassDriver(Gaplic.Create<LargeGClass>())),
        ("by hand: method per event", static () => new LargePerEventDriver(new())),
        ("by hand: nested switch", static () => new LargeNestedDriver(new())),
        ("by hand: switch per state", static () => new LargePerStateDriver(new())));

    /// <summary>The tables that are compared with code written by hand.</summary>
    public static readonly IReadOnlyList<Table> All = [Small, Large];

    /// <summary>The small table in the three lanes that a gclass can have.</summary>
    public static readonly Table Lanes = new(
        "lanes, 6 x 8",
        MachineDescription.Of<SmallGClass>(),
        ("direct", static () => new SmallGClassDriver(Gaplic.Create<SmallGClass>())),
        ("queued", static () => new SmallQueuedDriver(Gaplic.Create<SmallQueued>())),
        ("nested", static () => new SmallReentrantDriver(Gaplic.Create<SmallReentrant>())));

    /// <summary>Tables with states inside states, three levels deep, next to flat ones with the same answers.</summary>
    public static readonly IReadOnlyList<Table> Levels =
    [
        new(
            "levels, 8 x 8",
            MachineDescription.Of<SmallLevelsFlat>(),
            ("three levels", static () => new SmallLevelsNestedDriver(Gaplic.Create<SmallLevelsNested>())),
            ("flat", static () => new SmallLevelsFlatDriver(Gaplic.Create<SmallLevelsFlat>()))),
        new(
            "levels, 50 x 50",
            MachineDescription.Of<LargeLevelsFlat>(),
            ("three levels", static () => new LargeLevelsNestedDriver(Gaplic.Create<LargeLevelsNested>())),
            ("flat", static () => new LargeLevelsFlatDriver(Gaplic.Create<LargeLevelsFlat>()))),
    ];

    private static GAplic? _gaplic;
    private readonly (string Name, Func<Contestant> Make)[] _ways;

    private Table(string name, MachineDescription description, params (string Name, Func<Contestant> Make)[] ways)
    {
        Name = name;
        _ways = ways;
        Random = new(() => EventSequence.Random(description, ways[^1].Make));
        Cyclic = new(() => EventSequence.Cyclic(description, ways[^1].Make));
    }

    public string Name { get; }

    public Lazy<EventSequence> Random { get; }

    public Lazy<EventSequence> Cyclic { get; }

    private static GAplic Gaplic => _gaplic ??= new GAplic("benchmarks");

    /// <summary>The table's machines, new ones. They are alike in all they do, or there is nothing to measure.</summary>
    public IReadOnlyList<(string Name, Contestant Machine)> Contestants()
    {
        var contestants = _ways.Select(static way => (way.Name, Machine: way.Make())).ToList();
        Check(contestants, static machine => machine.Walk(3));
        Check(contestants, machine => machine.Run(Random.Value.Ids, Random.Value.Values));
        Check(contestants, machine => machine.Decode(Random.Value.Ids, Random.Value.Values));
        Check(contestants, machine => machine.Run(Cyclic.Value.Ids, Cyclic.Value.Values));
        return contestants;
    }

    private void Check(List<(string Name, Contestant Machine)> contestants, Func<Contestant, int> feed)
    {
        var ends = contestants.Select(contestant => (contestant.Name, Outcomes: feed(contestant.Machine), Snapshot: contestant.Machine.Reached)).ToList();
        foreach (var (name, outcomes, snapshot) in ends)
        {
            if (outcomes != ends[0].Outcomes || snapshot != ends[0].Snapshot)
            {
                throw new InvalidOperationException(
                    $"{Name}: '{name}' ends with {outcomes}, {snapshot}; '{ends[0].Name}' with {ends[0].Outcomes}, {ends[0].Snapshot}.");
            }
        }
    }
}
