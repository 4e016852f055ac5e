namespace FsmKit.Testing.Tests.Systems.Espresso;

/// <summary>Grinds, brews and makes steam, one thing at a time, as the panel says.</summary>
[GClass]
[Input<EvWarmUp>, Input<EvGrind>, Input<EvBrew>, Input<EvSteam>, Input<EvStopSteam>]
public sealed partial class CoffeeMachine : GObj
{
    /// <summary>Panel that orders the work of the machine.</summary>
    public ControlPanel Panel { get; set; } = null!;

    /// <summary>Chooses whether there are beans and water.</summary>
    public World World { get; set; } = null!;

    private enum State
    {
        [On<EvWarmUp>(nameof(AcWarmUp), Next = Warm)]
        [Refuse]
        Cold,

        [On<EvGrind>(nameof(AcGrind)), On<EvBrew>(nameof(AcBrew)), On<EvSteam>(Next = Steaming), On<EvWarmUp>(nameof(AcWarmUp))]
        [Refuse]
        Warm,

        [On<EvStopSteam>(Next = Warm)]
        [Refuse]
        Steaming,
    }

    private void AcWarmUp() => Post(Panel, new EvWarm());

    private void AcGrind()
    {
        if (World.Choose())
        {
            Post(Panel, new EvEmpty());
        }
        else
        {
            Post(Panel, new EvGround());
        }
    }

    private void AcBrew()
    {
        if (World.Choose())
        {
            Post(Panel, new EvEmpty());
        }
        else
        {
            Post(Panel, new EvBrewed());
        }
    }
}
