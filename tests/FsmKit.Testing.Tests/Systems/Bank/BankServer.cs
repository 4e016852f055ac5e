namespace FsmKit.Testing.Tests.Systems.Bank;

/// <summary>Pays when enough stays on the account; asks the database for the balance first.</summary>
[GClass]
[Input<EvWithdraw>, Input<EvBalance>]
public sealed partial class BankServer : GObj
{
    /// <summary>Has to stay on each account.</summary>
    public const int Minimum = 10;

    private EvWithdraw _request;

    /// <summary>Keeps the accounts.</summary>
    public Database Database { get; set; } = null!;

    /// <summary>Pays without a look at the minimum.</summary>
    public bool IsCareless { get; set; }

    /// <summary>Takes a request while the database is asked for another one.</summary>
    public bool IsHasty { get; set; }

    private enum State
    {
        [On<EvWithdraw>(nameof(AcAsk), Next = Asking), Ignore<EvBalance>]
        Idle,

        [On<EvBalance>(nameof(AcPay), Next = Idle, When = nameof(IsEnough)), On<EvBalance>(nameof(AcDeny), Next = Idle)]
        [On<EvWithdraw>(nameof(AcAsk), When = nameof(TakesAnother)), Defer<EvWithdraw>]
        Asking,
    }

    private bool TakesAnother() => IsHasty;

    private bool IsEnough(in EvBalance e) => IsCareless || e.Balance - _request.Amount >= Minimum;

    private void AcAsk(in EvWithdraw e)
    {
        _request = e;
        Post(Database, new EvQuery(e.Account));
    }

    private void AcPay(in EvBalance e)
    {
        var left = e.Balance - _request.Amount;
        Post(Database, new EvUpdate(_request.Account, left));
        Post(_request.Client, new EvAnswer(IsPaid: true, left));
    }

    private void AcDeny(in EvBalance e) => Post(_request.Client, new EvAnswer(IsPaid: false, e.Balance));
}
