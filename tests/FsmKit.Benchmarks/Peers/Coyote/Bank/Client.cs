namespace FsmKit.Peers.Bank;

/// <summary>Withdraws amounts that the schedule chooses, and checks each answer against its own books.</summary>
internal sealed class Client : StateMachine
{
    private ActorId _server = null!;
    private int _account;
    private int _balance;
    private int _amount;
    private int _requests = 2;

    [Start, OnEntry(nameof(AcBegin))]
    private sealed class Ready : State;

    [OnEventDoAction(typeof(EvAnswer), nameof(AcGoOn))]
    private sealed class Waiting : State;

    private sealed class Done : State;

    private void AcBegin(Event e)
    {
        (_server, _account, _balance) = e.SetUp<(ActorId, int, int)>();
        Withdraw();
        RaiseGotoStateEvent<Waiting>();
    }

    private void AcGoOn(Event e)
    {
        var (isPaid, told) = e.Of<(bool, int)>();
        Monitor<Answered>(new Answered.EvClose());
        Assert(isPaid == _balance - _amount >= 10, "{0} of {1} were wanted, paid: {2}", _amount, _balance, isPaid);
        _balance -= isPaid ? _amount : 0;
        Assert(told == _balance, "{0} are left, not {1}", _balance, told);
        if (_requests == 0)
        {
            RaiseGotoStateEvent<Done>();
        }
        else
        {
            Withdraw();
        }
    }

    private void Withdraw()
    {
        _requests--;
        _amount = 1 + RandomInteger(_balance);
        Monitor<Answered>(new Answered.EvOpen());
        SendEvent(_server, new EvWithdraw((Id, _account, _amount)));
    }
}
