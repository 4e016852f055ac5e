namespace FsmKit.Peers.Bank;

/// <summary>Keeps the balance of each account.</summary>
internal sealed class Database : StateMachine
{
    private readonly Dictionary<int, int> _balances = new() { [1] = 15, [2] = 16 };
    private ActorId _server = null!;
    private Bugs _bugs;

    [Start, OnEntry(nameof(AcBegin)), OnEventDoAction(typeof(EvQuery), nameof(AcAnswer)), OnEventDoAction(typeof(EvUpdate), nameof(AcKeep))]
    private sealed class Serving : State;

    private void AcBegin(Event e) => (_server, _bugs) = e.SetUp<(ActorId, Bugs)>();

    private void AcAnswer(Event e)
    {
        if (!(_bugs.Forgets && RandomBoolean()))
        {
            var error = _bugs.Errs && RandomBoolean() ? 1 : 0;
            SendEvent(_server, new EvBalance(_balances[e.Of<int>()] + error));
        }
    }

    private void AcKeep(Event e)
    {
        var (account, balance) = e.Of<(int, int)>();
        _balances[account] = balance;
        Assert(balance >= 10, "the minimum stays on each account");
    }
}
