namespace FsmKit.Programs.Junction;

/// <summary>A light for pedestrians: green for a while, then red, with time to reach the other side.</summary>
[GClass]
[Input<EvGo>, Input<EvWarn>, Input<EvHalt>]
[Output<EvAspect>(Optional = true), Output<EvHalted>]
public sealed partial class PedestrianLight : GObj
{
    private enum State : byte
    {
        /// <summary>In operation.</summary>
        [On<EvWarn>(Next = Dark)]
        Lit,

        /// <summary>Halt.</summary>
        [Inside(Lit)]
        [Enter(nameof(AcShowRed)), Enter(nameof(AcTellHalted))]
        [On<EvGo>(Next = Walk)]
        [Ignore<EvHalt>]
        DontWalk,

        /// <summary>Go.</summary>
        [Inside(Lit)]
        [Enter(nameof(AcShowGreen))]
        [After(8_000, Next = Clearance)]
        [Ignore<EvGo>, On<EvHalt>(Next = Clearance)]
        Walk,

        /// <summary>Halt, but some are still on their way.</summary>
        [Inside(Lit)]
        [Enter(nameof(AcShowRed))]
        [After(5_000, Next = DontWalk)]
        [Ignore<EvGo>, Ignore<EvHalt>]
        Clearance,

        /// <summary>Out of operation.</summary>
        [Enter(nameof(AcShowNothing))]
        [On<EvHalt>(Next = Lit)]
        [Ignore<EvWarn>, Refuse<EvGo>]
        Dark,
    }

    private void AcTellHalted() => Publish(new EvHalted());

    private void AcShowRed() => Show(Aspect.Red);

    private void AcShowGreen() => Show(Aspect.Green);

    private void AcShowNothing() => Show(Aspect.Dark);

    private void Show(Aspect aspect) => Publish(new EvAspect(aspect));
}
