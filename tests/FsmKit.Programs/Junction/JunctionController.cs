namespace FsmKit.Programs.Junction;

/// <summary>Lets the main road, the side road and pedestrians go in turn, and never two of them at once.</summary>
[GClass]
[Input<EvButton>, Input<EvNightBegins>, Input<EvNightEnds>, Input<EvFault>, Input<EvRepaired>]
[Input<EvHalted>]
[On<EvFault>(Next = "Fault")]
public sealed partial class JunctionController : GObj
{
    private TrafficLight? _main;
    private TrafficLight? _side;
    private PedestrianLight? _walkers;
    private bool _isWanted;

    /// <summary>Duration of green for each road. Default 20 s.</summary>
    [Parameter]
    public partial TimeSpan GreenTime { get; set; } = TimeSpan.FromSeconds(20);

    private enum State : byte
    {
        /// <summary>By day.</summary>
        [On<EvButton>(nameof(AcRemember))]
        [On<EvNightBegins>(Next = Night)]
        [Ignore<EvNightEnds>, Ignore<EvRepaired>]
        [Refuse]
        Day,

        /// <summary>All have red for a moment.</summary>
        [Inside(Day), Initial]
        [Enter(nameof(AcHaltAll))]
        [After(3_000, Next = MainGreen)]
        [Ignore<EvHalted>]
        AllRed,

        /// <summary>The main road goes.</summary>
        [Inside(Day)]
        [Enter(nameof(AcLetMainGo))]
        [After(nameof(GreenTime), Next = MainClearing)]
        MainGreen,

        /// <summary>The main road comes to a halt.</summary>
        [Inside(Day)]
        [Enter(nameof(AcHaltMain))]
        [On<EvHalted>(Next = Crossing, When = nameof(IsWanted))]
        [On<EvHalted>(Next = SideGreen)]
        MainClearing,

        /// <summary>Pedestrians go.</summary>
        [Inside(Day)]
        [Enter(nameof(AcLetWalkersGo))]
        [On<EvHalted>(Next = SideGreen)]
        [Ignore<EvButton>]
        Crossing,

        /// <summary>The side road goes.</summary>
        [Inside(Day)]
        [Enter(nameof(AcLetSideGo))]
        [After(nameof(GreenTime), Next = SideClearing)]
        SideGreen,

        /// <summary>The side road comes to a halt.</summary>
        [Inside(Day)]
        [Enter(nameof(AcHaltSide))]
        [On<EvHalted>(Next = MainGreen)]
        SideClearing,

        /// <summary>By night: the cars are warned, and pedestrians look out for themselves.</summary>
        [Enter(nameof(AcWarnAll))]
        [On<EvNightEnds>(Next = Day)]
        [Ignore<EvButton>, Ignore<EvNightBegins>, Ignore<EvRepaired>]
        [Refuse]
        Night,

        /// <summary>Something is broken: as by night, until a technician has been there.</summary>
        [Enter(nameof(AcWarnAll))]
        [On<EvRepaired>(Next = Day)]
        [Ignore<EvButton>, Ignore<EvNightBegins>, Ignore<EvNightEnds>, Ignore<EvFault>]
        [Refuse]
        Fault,
    }

    /// <inheritdoc/>
    protected override void StartUp()
    {
        _main = Create<TrafficLight>("main");
        _side = Create<TrafficLight>("side");
        _walkers = Create<PedestrianLight>("walkers");
    }

    private bool IsWanted() => _isWanted;

    private void AcRemember() => _isWanted = true;

    private void AcLetMainGo() => Send(_main!, new EvGo());

    private void AcHaltMain() => Send(_main!, new EvHalt());

    private void AcLetSideGo() => Send(_side!, new EvGo());

    private void AcHaltSide() => Send(_side!, new EvHalt());

    private void AcLetWalkersGo()
    {
        _isWanted = false;
        Send(_walkers!, new EvGo());
    }

    private void AcHaltAll()
    {
        Send(_main!, new EvHalt());
        Send(_side!, new EvHalt());
        Send(_walkers!, new EvHalt());
    }

    private void AcWarnAll()
    {
        _isWanted = false;
        Send(_main!, new EvWarn());
        Send(_side!, new EvWarn());
        Send(_walkers!, new EvWarn());
    }
}
