using FsmKit.Testing.Tests.Systems.Bank;

namespace FsmKit.Testing.Tests;

/// <summary>Clients, a bank and its database, after P's first tutorial.</summary>
public sealed class BankTests
{
    [Fact]
    public void A_wrong_balance_of_the_database_is_found() =>
        Found.ByChance(FailureKind.Invariant, world => BankSystem.SetUp(world, database: x => x.Errs = world.Choose));

    [Fact]
    public void An_answer_that_does_not_come_is_found() =>
        Found.ByChance(FailureKind.Eventually, world => BankSystem.SetUp(world, database: x => x.Forgets = world.Choose));

    [Fact]
    public void A_payment_below_the_minimum_is_found() =>
        Found.ByChance(FailureKind.Invariant, world => BankSystem.SetUp(world, server: x => x.IsCareless = true));

    [Fact]
    public void A_server_that_takes_two_requests_at_once_is_found() =>
        Found.ByChance(FailureKind.Invariant, world => BankSystem.SetUp(world, server: x => x.IsHasty = true));

    [Fact]
    public void The_correct_bank_survives() => Found.NothingByChance(world => BankSystem.SetUp(world));

    [Fact]
    public void Every_way_of_a_small_bank_is_right() => Found.NothingInAnyWay(world => BankSystem.SetUp(world, balance: 9, requests: 1));
}
