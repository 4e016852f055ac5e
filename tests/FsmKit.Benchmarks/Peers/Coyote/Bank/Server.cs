namespace FsmKit.Peers.Bank;

/// <summary>Pays when enough stays on the account; asks the database for the balance first.</summary>
internal sealed class Server : StateMachine
{
    private ActorId _database = null!;
    private (ActorId Client, int Account, int Amount) _request;
    private Bugs _bugs;

    [Start, OnEntry(nameof(AcBegin)), DeferEvents(typeof(EvWithdraw))]
    private sealed class Init : State;

    [OnEventDoAction(typeof(EvWithdraw), nameof(AcAsk)), IgnoreEvents(typeof(EvBalance))]
    private sealed class Idle : State;

    [OnEventDoAction(typeof(EvBalance), nameof(AcPay)), DeferEvents(typeof(EvWithdraw))]
    private sealed class Asking : State;

    [OnEventDoAction(typeof(EvBalance), nameof(AcPay)), OnEventDoAction(typeof(EvWithdraw), nameof(AcAsk))]
    private sealed class AskingHastily : State;

    private void AcBegin(Event e)
    {
        _bugs = e.SetUp<Bugs>();
        _database = CreateActor(typeof(Database), new EvSetUp<(ActorId, Bugs)>((Id, _bugs)));
        RaiseGotoStateEvent<Idle>();
    }

    private void AcAsk(Event e)
    {
        _request = e.Of<(ActorId, int, int)>();
        SendEvent(_database, new EvQuery(_request.Account));
        if (_bugs.IsHasty)
        {
            RaiseGotoStateEvent<AskingHastily>();
        }
        else
        {
            RaiseGotoStateEvent<Asking>();
        }
    }

    private void AcPay(Event e)
    {
        var balance = e.Of<int>();
        var left = balance - _request.Amount;
        if (_bugs.IsCareless || left >= 10)
        {
            SendEvent(_database, new EvUpdate((_request.Account, left)));
            SendEvent(_request.Client, new EvAnswer((true, left)));
        }
        else
        {
            SendEvent(_request.Client, new EvAnswer((false, balance)));
        }

        RaiseGotoStateEvent<Idle>();
    }
}
