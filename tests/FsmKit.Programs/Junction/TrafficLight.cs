namespace FsmKit.Programs.Junction;

/// <summary>A light for cars: by amber to red, by red and amber to green.</summary>
[GClass]
[Input<EvGo>, Input<EvHalt>, Input<EvWarn>]
[Output<EvAspect>(Optional = true), Output<EvHalted>]
[On<EvWarn>(Next = "Flashing")]
public sealed partial class TrafficLight : GObj
{
    private enum State : byte
    {
        /// <summary>Halt.</summary>
        [Enter(nameof(AcShowRed)), Enter(nameof(AcTellHalted))]
        [On<EvGo>(Next = Preparing)]
        [Ignore<EvHalt>]
        Red,

        /// <summary>Red and amber.</summary>
        [Enter(nameof(AcShowRedAmber))]
        [After(1_000, Next = Green)]
        [Ignore<EvGo>, On<EvHalt>(Next = Red)]
        Preparing,

        /// <summary>Go.</summary>
        [Enter(nameof(AcShowGreen))]
        [On<EvHalt>(Next = Clearing)]
        [Ignore<EvGo>]
        Green,

        /// <summary>Amber.</summary>
        [Enter(nameof(AcShowAmber))]
        [After(3_000, Next = Red)]
        [Ignore<EvHalt>, Defer<EvGo>]
        Clearing,

        /// <summary>Amber flashes.</summary>
        [Enter(nameof(AcShowFlashing))]
        [On<EvHalt>(Next = Red)]
        [Ignore<EvWarn>, Refuse<EvGo>]
        Flashing,
    }

    private void AcTellHalted() => Publish(new EvHalted());

    private void AcShowRed() => Show(Aspect.Red);

    private void AcShowRedAmber() => Show(Aspect.RedAmber);

    private void AcShowGreen() => Show(Aspect.Green);

    private void AcShowAmber() => Show(Aspect.Amber);

    private void AcShowFlashing() => Show(Aspect.FlashingAmber);

    private void Show(Aspect aspect) => Publish(new EvAspect(aspect));
}
