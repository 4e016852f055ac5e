using FsmKit.Testing.Tests.Systems.Bank;

namespace FsmKit.Testing.Tests;

/// <summary>Clients, a bank and its database, after P's first tutorial.</summary>
public sealed class BankTests
{
    private static void SetUp(World world, Action<Database>? database = null, Action<BankServer>? server = null, int balance = 14, int requests = 2)
    {
        var accounts = world.Loop("database").Create<Database>("database", x => database?.Invoke(x));
        var bank = world.Loop("bank").Create<BankServer>("bank", x =>
        {
            x.Database = accounts;
            server?.Invoke(x);
        });
        accounts.Server = bank;
        for (var i = 1; i <= 2; i++)
        {
            var (account, opening) = (i, balance + i);
            accounts.Open(account, opening);
            world.Loop($"client{i}").Create<BankClient>($"client{i}", x => (x.Server, x.World, x.Account, x.Balance, x.Requests) = (bank, world, account, opening, requests));
        }

        world.Always("the minimum stays on each account", () => accounts.Lowest >= BankServer.Minimum);
    }

    [Fact]
    public void A_wrong_balance_of_the_database_is_found() =>
        Found.ByChance(FailureKind.Invariant, world => SetUp(world, database: x => x.Errs = world.Choose));

    [Fact]
    public void An_answer_that_does_not_come_is_found() =>
        Found.ByChance(FailureKind.Eventually, world => SetUp(world, database: x => x.Forgets = world.Choose));

    [Fact]
    public void A_payment_below_the_minimum_is_found() =>
        Found.ByChance(FailureKind.Invariant, world => SetUp(world, server: x => x.IsCareless = true));

    [Fact]
    public void A_server_that_takes_two_requests_at_once_is_found() =>
        Found.ByChance(FailureKind.Invariant, world => SetUp(world, server: x => x.IsHasty = true));

    [Fact]
    public void The_correct_bank_survives() => Found.NothingByChance(world => SetUp(world));

    [Fact]
    public void Every_way_of_a_small_bank_is_right() => Found.NothingInAnyWay(world => SetUp(world, balance: 9, requests: 1));
}
