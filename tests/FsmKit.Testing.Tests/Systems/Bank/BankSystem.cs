namespace FsmKit.Testing.Tests.Systems.Bank;

/// <summary>Makes a bank, its database with two accounts, and a client for each, each on a loop of its own.</summary>
internal static class BankSystem
{
    public static void SetUp(World world, Action<Database>? database = null, Action<BankServer>? server = null, int balance = 14, int requests = 2)
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
}
