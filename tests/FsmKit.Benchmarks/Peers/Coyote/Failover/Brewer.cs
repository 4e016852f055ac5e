namespace FsmKit.Peers.Failover;

/// <summary>Makes one cup after the other, until it is terminated in the midst of it; looks at the boiler before each one.</summary>
internal sealed class Brewer : StateMachine
{
    private ActorId _boiler = null!;
    private ActorId _keeper = null!;

    [Start, OnEntry(nameof(AcBegin)), DeferEvents(typeof(EvOrder))]
    private sealed class Init : State;

    [OnEventDoAction(typeof(EvLevel), nameof(AcSee)), OnEventGotoState(typeof(EvTerminate), typeof(Gone)), DeferEvents(typeof(EvOrder))]
    private sealed class Looking : State;

    [OnEventGotoState(typeof(EvOrder), typeof(Heating), nameof(AcHeat)), OnEventGotoState(typeof(EvTerminate), typeof(Gone))]
    private sealed class Ready : State;

    [OnEventDoAction(typeof(EvOrder), nameof(AcDeny)), OnEventGotoState(typeof(EvTerminate), typeof(Gone))]
    private sealed class Empty : State;

    [OnEventGotoState(typeof(EvHot), typeof(Pouring), nameof(AcPour)), OnEventGotoState(typeof(EvTerminate), typeof(Gone))]
    private sealed class Heating : State;

    [OnEventGotoState(typeof(EvPoured), typeof(Looking), nameof(AcServe)), OnEventGotoState(typeof(EvTerminate), typeof(Gone))]
    private sealed class Pouring : State;

    [OnEntry(nameof(AcGo)), IgnoreEvents(typeof(EvOrder), typeof(EvLevel), typeof(EvHot), typeof(EvPoured), typeof(EvTerminate))]
    private sealed class Gone : State;

    private void AcBegin(Event e)
    {
        (_boiler, _keeper, var isTrusting) = e.SetUp<(ActorId, ActorId, bool)>();
        if (isTrusting)
        {
            SendEvent(Id, new EvLevel(1));
        }
        else
        {
            Look();
        }

        RaiseGotoStateEvent<Looking>();
    }

    private void AcSee(Event e)
    {
        if (e.Of<int>() > 0)
        {
            RaiseGotoStateEvent<Ready>();
        }
        else
        {
            RaiseGotoStateEvent<Empty>();
        }
    }

    private void AcHeat() => SendEvent(_boiler, new EvHeat(Id));

    private void AcPour() => SendEvent(_boiler, new EvPour(Id));

    private void AcServe()
    {
        SendEvent(_keeper, new EvAnswered(true));
        Look();
    }

    private void AcDeny() => SendEvent(_keeper, new EvAnswered(false));

    private void AcGo() => SendEvent(_keeper, new EvGone());

    private void Look() => SendEvent(_boiler, new EvLook(Id));
}
