namespace FsmKit.Peers.Failover;

/// <summary>Orders cups, and puts a new brewer in the place of one that is unplugged.</summary>
internal sealed class Keeper : StateMachine
{
    private ActorId _boiler = null!;
    private ActorId _brewer = null!;
    private int _orders = 3;
    private bool _trusts;
    private bool _forgets;

    [Start, OnEntry(nameof(AcBegin)), DeferEvents(typeof(EvUnplug))]
    private sealed class Init : State;

    [OnEventDoAction(typeof(EvAnswered), nameof(AcNext)), OnEventGotoState(typeof(EvUnplug), typeof(Replacing), nameof(AcTerminate))]
    private sealed class Waiting : State;

    [OnEventDoAction(typeof(EvAnswered), nameof(AcCount)), OnEventGotoState(typeof(EvGone), typeof(Waiting), nameof(AcReplace)), IgnoreEvents(typeof(EvUnplug))]
    private sealed class Replacing : State;

    [IgnoreEvents(typeof(EvAnswered), typeof(EvGone), typeof(EvUnplug))]
    private sealed class Done : State;

    private void AcBegin(Event e)
    {
        (_trusts, _forgets) = e.SetUp<(bool, bool)>();
        _boiler = CreateActor(typeof(Boiler));
        Monitor<Answered>(new Answered.EvOpen());
        _brewer = MakeBrewer(trusts: false);
        Order();
        RaiseGotoStateEvent<Waiting>();
    }

    private void AcNext()
    {
        AcCount();
        if (_orders > 0)
        {
            Order();
        }
    }

    private void AcCount()
    {
        if (--_orders == 0)
        {
            Monitor<Answered>(new Answered.EvClose());
            RaiseGotoStateEvent<Done>();
        }
    }

    private void AcTerminate() => SendEvent(_brewer, new EvTerminate());

    private void AcReplace()
    {
        _brewer = MakeBrewer(_trusts);
        if (!_forgets)
        {
            Order();
        }
    }

    private ActorId MakeBrewer(bool trusts) => CreateActor(typeof(Brewer), new EvSetUp<(ActorId, ActorId, bool)>((_boiler, Id, trusts)));

    private void Order() => SendEvent(_brewer, new EvOrder());
}
