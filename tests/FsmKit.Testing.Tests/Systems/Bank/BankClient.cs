namespace FsmKit.Testing.Tests.Systems.Bank;

/// <summary>Withdraws amounts that the schedule chooses, and checks each answer against its own books.</summary>
[GClass]
[Input<EvBegin>, Input<EvAnswer>]
public sealed partial class BankClient : GObj
{
    private int _amount;

    /// <summary>Serves the client.</summary>
    public BankServer Server { get; set; } = null!;

    /// <summary>Chooses the amounts.</summary>
    public World World { get; set; } = null!;

    /// <summary>Account of the client.</summary>
    public int Account { get; set; }

    /// <summary>Expected balance of the account.</summary>
    public int Balance { get; set; }

    /// <summary>Counts the withdrawals to come.</summary>
    public int Requests { get; set; } = 2;

    /// <inheritdoc/>
    protected override void StartUp() => Post(this, new EvBegin());

    private enum State
    {
        [On<EvBegin>(nameof(AcWithdraw), Next = Waiting)]
        [Refuse]
        Ready,

        [Hot, On<EvAnswer>(nameof(AcCheck), Next = Done, When = nameof(IsLast)), On<EvAnswer>(nameof(AcGoOn))]
        [Refuse]
        Waiting,

        [Final]
        Done,
    }

    private bool IsLast() => Requests == 0;

    private void AcGoOn(in EvAnswer e)
    {
        AcCheck(in e);
        AcWithdraw();
    }

    private void AcCheck(in EvAnswer e)
    {
        var left = Balance - _amount;
        World.Check(e.IsPaid == left >= BankServer.Minimum, $"{Name} wanted {_amount} of {Balance}, and was {(e.IsPaid ? "paid" : "not paid")}.");
        Balance = e.IsPaid ? left : Balance;
        World.Check(e.Balance == Balance, $"{Name} was told that {e.Balance} are left, where there are {Balance}.");
    }

    private void AcWithdraw()
    {
        Requests--;
        _amount = 1 + World.Choose(Balance);
        Post(Server, new EvWithdraw(this, Account, _amount));
    }
}
