namespace FsmKit.Programs.Elevator;

/// <summary>A car that goes on in its direction as long as there are requests, then turns.</summary>
[GClass]
[Input<EvRequest>, Input<EvFloorReached>, Input<EvObstructed>]
[Input<EvEmergencyStop>, Input<EvEmergencyEnds>]
[Input<EvDoorOpened>, Input<EvDoorClosed>]
[Output<EvDrive>, Output<EvArrived>]
public sealed partial class Elevator : GObj
{
    private readonly SortedSet<int> _requests = [];
    private Door? _door;
    private int _direction = 1;

    /// <summary>The floor that the car was at last.</summary>
    public int Floor { get; private set; }

    private enum State : byte
    {
        /// <summary>In normal operation.</summary>
        [On<EvEmergencyStop>(nameof(AcHold), Next = Halted)]
        [On<EvRequest>(nameof(AcAdd))]
        [Forward<EvObstructed>(nameof(_door))]
        [Refuse]
        InService,

        /// <summary>No request.</summary>
        [Inside(InService)]
        [On<EvRequest>(Next = Boarding, When = nameof(IsHere))]
        [On<EvRequest>(nameof(AcAdd), Next = Leaving)]
        Waiting,

        /// <summary>Decides where to go.</summary>
        [Inside(InService)]
        [Always(nameof(AcUp), Next = Moving, When = nameof(GoesUp))]
        [Always(nameof(AcDown), Next = Moving, When = nameof(GoesDown))]
        [Always(Next = Waiting)]
        Leaving,

        /// <summary>Between floors.</summary>
        [Inside(InService)]
        [On<EvFloorReached>(nameof(AcArrive), Next = Boarding, When = nameof(StopsAt))]
        [On<EvFloorReached>(nameof(AcPass))]
        Moving,

        /// <summary>The door opens, is open, or shuts.</summary>
        [Inside(InService)]
        [Enter(nameof(AcOpenDoor))]
        [On<EvRequest>(nameof(AcOpenDoor), When = nameof(IsHere))]
        [Ignore<EvDoorOpened>]
        [On<EvDoorClosed>(Next = Leaving)]
        Boarding,

        /// <summary>The state at the time when the emergency button was pressed.</summary>
        [Inside(InService), History]
        WhereItWas,

        /// <summary>Stopped by the emergency button.</summary>
        [On<EvEmergencyEnds>(nameof(AcResume), Next = WhereItWas)]
        [On<EvFloorReached>(nameof(AcPass))]
        [Ignore<EvRequest>, Ignore<EvDoorOpened>, Ignore<EvDoorClosed>, Ignore<EvEmergencyStop>]
        [Forward<EvObstructed>(nameof(_door))]
        [Refuse]
        Halted,
    }

    /// <inheritdoc/>
    protected override void StartUp() => _door = Create<Door>("door");

    private bool IsHere(in EvRequest e) => e.Floor == Floor;

    private bool StopsAt(in EvFloorReached e) => _requests.Contains(e.Floor);

    private bool GoesUp() => IsAnyAbove() && (_direction > 0 || !IsAnyBelow());

    private bool GoesDown() => IsAnyBelow();

    private bool IsAnyAbove() => _requests.Count > 0 && _requests.Max > Floor;

    private bool IsAnyBelow() => _requests.Count > 0 && _requests.Min < Floor;

    private void AcAdd(in EvRequest e) => _requests.Add(e.Floor);

    private void AcUp() => Drive(1);

    private void AcDown() => Drive(-1);

    private void AcPass(in EvFloorReached e) => Floor = e.Floor;

    private void AcArrive(in EvFloorReached e)
    {
        Floor = e.Floor;
        _requests.Remove(Floor);
        AcHold();
        Publish(new EvArrived(Floor));
    }

    private void AcOpenDoor() => Send(_door!, new EvOpenDoor());

    private void AcHold() => Publish(new EvDrive(0));

    private void AcResume()
    {
        if (CurrentState == State.Moving)
        {
            Publish(new EvDrive(_direction));
        }
    }

    private void Drive(int direction)
    {
        _direction = direction;
        Publish(new EvDrive(direction));
    }
}
