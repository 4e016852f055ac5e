namespace FsmKit.Peers.Failover;

/// <summary>Has the water and the heater, and stays when the brewer is replaced.</summary>
internal sealed class Boiler : StateMachine
{
    private int _water = 2;

    [Start, OnEventDoAction(typeof(EvLook), nameof(AcAnswer)), OnEventDoAction(typeof(EvHeat), nameof(AcHeat)), OnEventDoAction(typeof(EvPour), nameof(AcPour))]
    private sealed class Serving : State;

    private void AcAnswer(Event e) => SendEvent(e.Of<ActorId>(), new EvLevel(_water));

    private void AcHeat(Event e)
    {
        Assert(_water > 0, "the heater is on without water");
        SendEvent(e.Of<ActorId>(), new EvHot());
    }

    private void AcPour(Event e)
    {
        _water--;
        SendEvent(e.Of<ActorId>(), new EvPoured());
    }
}
