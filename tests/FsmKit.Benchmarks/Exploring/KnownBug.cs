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

/// <summary>A system with a bug that is known; several of the systems are those that other explorers have too (Peers).</summary>
/// <param name="System">What the system is called, here and there.</param>
/// <param name="Bug">What the bug is called, here and there.</param>
/// <param name="SetUp">Sets the system up.</param>
internal sealed record KnownBug(string System, string Bug, Action<World> SetUp)
{
    /// <summary>Has those of the systems that other explorers have too.</summary>
    public static IReadOnlyList<KnownBug> OfPeers { get; } =
    [
        new("Bank", "Errs", static world => BankSystem.SetUp(world, database: x => x.Errs = world.Choose)),
        new("Bank", "Forgets", static world => BankSystem.SetUp(world, database: x => x.Forgets = world.Choose)),
        new("Bank", "Careless", static world => BankSystem.SetUp(world, server: static x => x.IsCareless = true)),
        new("Bank", "Hasty", static world => BankSystem.SetUp(world, server: static x => x.IsHasty = true)),
        new("Commit", "SharedKey", static world => CommitSystem.SetUp(world, clients: 2)),
        new("Commit", "Hasty", static world => CommitSystem.SetUp(world, clients: 1, isHasty: true, refuses: true)),
        new("Espresso", "HastyReset", static world => EspressoSystem.SetUp(world, static x => x.ResetsAtOnce = true)),
        new("Espresso", "OpenDoor", static world => EspressoSystem.SetUp(world, static x => x.WorksWhileOpen = true)),
        new("FailureDetector", "OneAttempt", static world => FailureDetectorSystem.SetUp(world, static x => x.Attempts = 1)),
        new("FailureDetector", "Forgetful", static world => FailureDetectorSystem.SetUp(world, static x => x.IsForgetful = true)),
        new("Failover", "Trusting", static world => FailoverSystem.SetUp(world, trusts: true)),
        new("Failover", "Forgetful", static world => FailoverSystem.SetUp(world, forgets: true)),
    ];

    /// <summary>Has all of them.</summary>
    public static IReadOnlyList<KnownBug> All { get; } =
    [
        .. OfPeers,
        new("Lock", "NoTokens", static world => LockSystem.SetUp(world, ignoresTokens: true)),
        new("Peterson", "TurnFirst", static world => PetersonSystem.SetUp(world, static x => x.WritesTurnFirst = true)),
        new("Peterson", "Selfish", static world => PetersonSystem.SetUp(world, static x => x.IsSelfish = true)),
        new("Philosophers", "LeftFirst", static world => PhilosophersSystem.SetUp(world, count: 5, takesLeftFirst: true)),
        .. Enum.GetValues<CacheMistake>().Where(static mistake => mistake != CacheMistake.None)
            .Select(static mistake => new KnownBug("WriteBehind", $"{mistake}", world => WriteBehindSystem.SetUp(world, mistake))),
        .. Enum.GetValues<RaftMistake>().Where(static mistake => mistake != RaftMistake.None)
            .Select(static mistake => new KnownBug("Raft", $"{mistake}", world => RaftSystem.SetUp(world, mistake, mistake == RaftMistake.CommitsOldTerm ? RaftSystem.Figure8 : []))),
    ];
}
