namespace FsmKit.Testing.Tests.Systems.Failover;

/// <summary>Has the water and the heater, and stays when the brewer is replaced.</summary>
[GClass]
[Input<EvLook>, Input<EvHeat>, Input<EvPour>]
public sealed partial class Boiler : GObj
{
    /// <summary>World that gets the fault when the heater burns dry.</summary>
    public World World { get; set; } = null!;

    /// <summary>Counts the cups of water.</summary>
    public int Water { get; set; } = 2;

    private enum State
    {
        [On<EvLook>(nameof(AcAnswer)), On<EvHeat>(nameof(AcHeat)), On<EvPour>(nameof(AcPour))]
        Serving,
    }

    private void AcAnswer(in EvLook e) => Post(e.Brewer, new EvLevel(Water));

    private void AcHeat(in EvHeat e)
    {
        World.Check(Water > 0, "the heater is on without water.");
        Post(e.Brewer, new EvHot());
    }

    private void AcPour(in EvPour e)
    {
        Water--;
        Post(e.Brewer, new EvPoured());
    }
}
