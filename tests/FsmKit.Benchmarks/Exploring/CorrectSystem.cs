using FsmKit.Testing;
using FsmKit.Testing.Tests.Systems.Bank;
using FsmKit.Testing.Tests.Systems.Commit;
using FsmKit.Testing.Tests.Systems.Espresso;
using FsmKit.Testing.Tests.Systems.Failover;
using FsmKit.Testing.Tests.Systems.FailureDetector;
using FsmKit.Testing.Tests.Systems.Lock;
using FsmKit.Testing.Tests.Systems.Peterson;
using FsmKit.Testing.Tests.Systems.Philosophers;
using FsmKit.Testing.Tests.Systems.Raft;
using FsmKit.Testing.Tests.Systems.WriteBehind;

namespace FsmKit.Benchmarks.Exploring;

/// <summary>A system without a known bug: a failure of an exploration is a false alarm.</summary>
/// <param name="Name">Name of the system.</param>
/// <param name="SetUp">Sets the system up.</param>
internal sealed record CorrectSystem(string Name, Action<World> SetUp)
{
    /// <summary>Has the systems that other explorers have too, as <see cref="KnownBug"/> calls them.</summary>
    public static IReadOnlyList<CorrectSystem> OfPeers { get; } =
    [
        new("Bank", static world => BankSystem.SetUp(world)),
        new("Commit", static world => CommitSystem.SetUp(world, clients: 2, sharesKey: false)),
        new("Espresso", static world => EspressoSystem.SetUp(world)),
        new("FailureDetector", static world => FailureDetectorSystem.SetUp(world)),
        new("Failover", static world => FailoverSystem.SetUp(world)),
    ];

    /// <summary>Has all of them.</summary>
    public static IReadOnlyList<CorrectSystem> All { get; } =
    [
        .. OfPeers,
        new("Lock", static world => LockSystem.SetUp(world, ignoresTokens: false)),
        new("Peterson", static world => PetersonSystem.SetUp(world)),
        new("Philosophers", static world => PhilosophersSystem.SetUp(world, count: 5, meals: 2)),
        new("WriteBehind", static world => WriteBehindSystem.SetUp(world, CacheMistake.None)),
        new("Raft", static world => RaftSystem.SetUp(world, RaftMistake.None)),
        new("Raft, figure 8", static world => RaftSystem.SetUp(world, RaftMistake.None, RaftSystem.Figure8)),
    ];
}
