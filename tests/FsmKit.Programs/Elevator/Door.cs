namespace FsmKit.Programs.Elevator;

/// <summary>The door of the car: opens on demand, shuts by itself, and opens again for a person in the way.</summary>
[GClass]
[Input<EvOpenDoor>, Input<EvObstructed>]
[Output<EvDoorOpened>, Output<EvDoorClosed>]
public sealed partial class Door : GObj
{
    /// <summary>Duration of a movement. Default 2 s.</summary>
    [Parameter]
    public partial TimeSpan TravelTime { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Time that the door stays open. Default 5 s.</summary>
    [Parameter]
    public partial TimeSpan DwellTime { get; set; } = TimeSpan.FromSeconds(5);

    private enum State : byte
    {
        /// <summary>Shut.</summary>
        [On<EvOpenDoor>(Next = Opening)]
        [Ignore<EvObstructed>]
        Closed,

        /// <summary>On its way open.</summary>
        [After(nameof(TravelTime), nameof(AcTellOpened), Next = Opened)]
        [Ignore<EvOpenDoor>, Ignore<EvObstructed>]
        Opening,

        /// <summary>Open. Each request and each obstruction begins the time anew.</summary>
        [After(nameof(DwellTime), Next = Closing)]
        [On<EvOpenDoor>(Next = Opened)]
        [On<EvObstructed>(Next = Opened)]
        Opened,

        /// <summary>On its way shut.</summary>
        [After(nameof(TravelTime), nameof(AcTellClosed), Next = Closed)]
        [On<EvOpenDoor>(Next = Opening)]
        [On<EvObstructed>(Next = Opening)]
        Closing,
    }

    private void AcTellOpened() => Publish(new EvDoorOpened());

    private void AcTellClosed() => Publish(new EvDoorClosed());
}
