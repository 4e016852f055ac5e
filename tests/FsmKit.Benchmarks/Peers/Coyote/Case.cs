using FsmKit.Peers.Bank;
using FsmKit.Peers.Commit;
using FsmKit.Peers.Espresso;
using FsmKit.Peers.Failover;
using FsmKit.Peers.FailureDetector;

namespace FsmKit.Peers;

/// <summary>A system with a known bug, or without one.</summary>
internal sealed record Case(string System, string Bug, Action<IActorRuntime> SetUp)
{
    /// <summary>Name of the bug of a correct system.</summary>
    public const string None = "Correct";

    public static IReadOnlyList<Case> All { get; } =
    [
        new("Bank", None, static runtime => BankSystem.SetUp(runtime, new Bugs())),
        new("Bank", "Errs", static runtime => BankSystem.SetUp(runtime, new Bugs(Errs: true))),
        new("Bank", "Forgets", static runtime => BankSystem.SetUp(runtime, new Bugs(Forgets: true))),
        new("Bank", "Careless", static runtime => BankSystem.SetUp(runtime, new Bugs(IsCareless: true))),
        new("Bank", "Hasty", static runtime => BankSystem.SetUp(runtime, new Bugs(IsHasty: true))),
        new("Commit", None, static runtime => CommitSystem.SetUp(runtime, clients: 2)),
        new("Commit", "SharedKey", static runtime => CommitSystem.SetUp(runtime, clients: 2, sharesKey: true)),
        new("Commit", "Hasty", static runtime => CommitSystem.SetUp(runtime, clients: 1, isHasty: true, refuses: true)),
        new("Espresso", None, static runtime => EspressoSystem.SetUp(runtime)),
        new("Espresso", "HastyReset", static runtime => EspressoSystem.SetUp(runtime, resetsAtOnce: true)),
        new("Espresso", "OpenDoor", static runtime => EspressoSystem.SetUp(runtime, worksWhileOpen: true)),
        new("FailureDetector", None, static runtime => FailureDetectorSystem.SetUp(runtime)),
        new("FailureDetector", "OneAttempt", static runtime => FailureDetectorSystem.SetUp(runtime, attempts: 1)),
        new("FailureDetector", "Forgetful", static runtime => FailureDetectorSystem.SetUp(runtime, isForgetful: true)),
        new("Failover", None, static runtime => FailoverSystem.SetUp(runtime)),
        new("Failover", "Trusting", static runtime => FailoverSystem.SetUp(runtime, trusts: true)),
        new("Failover", "Forgetful", static runtime => FailoverSystem.SetUp(runtime, forgets: true)),
    ];
}
