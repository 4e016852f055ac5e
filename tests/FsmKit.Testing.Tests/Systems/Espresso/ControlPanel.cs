namespace FsmKit.Testing.Tests.Systems.Espresso;

/// <summary>Takes the buttons of the user, and lets the machine do one thing after the other.</summary>
[GClass]
[Input<EvEspressoButton>, Input<EvSteamerOn>, Input<EvSteamerOff>, Input<EvOpenDoor>, Input<EvCloseDoor>, Input<EvReset>]
[Input<EvWarm>, Input<EvGround>, Input<EvBrewed>, Input<EvEmpty>]
[Ignore<EvEspressoButton>, Ignore<EvSteamerOn>, Ignore<EvSteamerOff>, Ignore<EvOpenDoor>, Ignore<EvCloseDoor>, Ignore<EvReset>]
public sealed partial class ControlPanel : GObj
{
    /// <summary>Does the work.</summary>
    public CoffeeMachine Coffee { get; set; } = null!;

    /// <summary>Is ready at once after a reset, though the machine still works.</summary>
    public bool ResetsAtOnce { get; set; }

    /// <summary>Lets the machine work with an open door.</summary>
    public bool WorksWhileOpen { get; set; }

    /// <summary>Tells whether the door is open.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Whether the machine has an order to grind or brew, and has not answered.</summary>
    public bool IsBusy => CurrentState is State.Grinding or State.Brewing;

    /// <inheritdoc/>
    protected override void StartUp() => AcWarmUp();

    private enum State
    {
        [Hot, On<EvWarm>(Next = Ready)]
        [Refuse]
        Warming,

        [On<EvEspressoButton>(nameof(AcGrind), Next = Grinding), On<EvSteamerOn>(nameof(AcSteam), Next = Steaming)]
        [On<EvOpenDoor>(nameof(AcOpen), When = nameof(MayWork)), On<EvOpenDoor>(nameof(AcOpen), Next = DoorOpen)]
        [On<EvCloseDoor>(nameof(AcClose))]
        [Refuse]
        Ready,

        [Hot, On<EvGround>(nameof(AcBrew), Next = Brewing), On<EvEmpty>(Next = Stopped), On<EvReset>(Next = Ready, When = nameof(MayReset))]
        [Refuse]
        Grinding,

        [Hot, On<EvBrewed>(Next = Ready), On<EvEmpty>(Next = Stopped), On<EvReset>(Next = Ready, When = nameof(MayReset))]
        [Refuse]
        Brewing,

        [On<EvSteamerOff>(nameof(AcStopSteam), Next = Ready)]
        [Refuse]
        Steaming,

        [On<EvCloseDoor>(nameof(AcClose), Next = Ready)]
        [Refuse]
        DoorOpen,

        [On<EvReset>(nameof(AcWarmUp), Next = Warming)]
        [Refuse]
        Stopped,
    }

    private bool MayReset() => ResetsAtOnce;

    private bool MayWork() => WorksWhileOpen;

    private void AcWarmUp() => Post(Coffee, new EvWarmUp());

    private void AcGrind() => Post(Coffee, new EvGrind());

    private void AcBrew() => Post(Coffee, new EvBrew());

    private void AcSteam() => Post(Coffee, new EvSteam());

    private void AcStopSteam() => Post(Coffee, new EvStopSteam());

    private void AcOpen() => IsOpen = true;

    private void AcClose() => IsOpen = false;
}
