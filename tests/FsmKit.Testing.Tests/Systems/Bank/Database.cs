namespace FsmKit.Testing.Tests.Systems.Bank;

/// <summary>Keeps the balance of each account.</summary>
[GClass]
[Input<EvQuery>, Input<EvUpdate>]
public sealed partial class Database : GObj
{
    private readonly Dictionary<int, int> _balances = [];

    /// <summary>Gets the answers.</summary>
    public BankServer Server { get; set; } = null!;

    /// <summary>Whether an answer has a wrong balance, as the schedule chooses; null never errs.</summary>
    public Func<bool>? Errs { get; set; }

    /// <summary>Whether an answer is lost, as the schedule chooses; null always answers.</summary>
    public Func<bool>? Forgets { get; set; }

    /// <summary>Balance of the poorest account.</summary>
    public int Lowest => _balances.Values.Min();

    /// <summary>Opens an account.</summary>
    public void Open(int account, int balance) => _balances[account] = balance;

    private enum State
    {
        [On<EvQuery>(nameof(AcAnswer)), On<EvUpdate>(nameof(AcKeep))]
        Serving,
    }

    private void AcAnswer(in EvQuery e)
    {
        if (Forgets?.Invoke() != true)
        {
            var error = Errs?.Invoke() == true ? 1 : 0;
            Post(Server, new EvBalance(_balances[e.Account] + error));
        }
    }

    private void AcKeep(in EvUpdate e) => _balances[e.Account] = e.Balance;
}
