using FsmKit.Testing;
using FsmKit.Testing.Tests.Systems.Bank;
using FsmKit.Testing.Tests.Systems.Commit;
using FsmKit.Testing.Tests.Systems.Espresso;
using FsmKit.Testing.Tests.Systems.Failover;
using FsmKit.Testing.Tests.Systems.FailureDetector;

namespace FsmKit.Benchmarks.Exploring;

/// <summary>A system with a bug that is known; the systems are those that other explorers have too (Peers).</summary>
/// <param name="System">Name of the system, here and at the peers.</param>
/// <param name="Bug">Name of the bug, here and at the peers.</param>
/// <param name="SetUp">Sets the system up.</param>
internal sealed record KnownBug(string System, string Bug, Action<World> SetUp)
{
    /// <summary>All known bugs.</summary>
    public static IReadOnlyList<KnownBug> All { get; } =
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
}
