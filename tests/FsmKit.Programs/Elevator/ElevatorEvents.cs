namespace FsmKit.Programs.Elevator;

/// <summary>A person calls the car to a floor, by a button in the car or at the floor.</summary>
public readonly record struct EvRequest(int Floor);

/// <summary>The car passes the sensor of a floor.</summary>
public readonly record struct EvFloorReached(int Floor);

/// <summary>The emergency button has been pressed.</summary>
public readonly record struct EvEmergencyStop;

/// <summary>The emergency button has been pulled out again.</summary>
public readonly record struct EvEmergencyEnds;

/// <summary>The door is to be opened, or stay open.</summary>
public readonly record struct EvOpenDoor;

/// <summary>Something is in the light barrier of the door.</summary>
public readonly record struct EvObstructed;

/// <summary>The door is shut.</summary>
public readonly record struct EvDoorClosed;

/// <summary>The door is open.</summary>
public readonly record struct EvDoorOpened;

/// <summary>Order to the motor: up 1, down -1, hold 0.</summary>
public readonly record struct EvDrive(int Direction);

/// <summary>The car has stopped where it was wanted.</summary>
public readonly record struct EvArrived(int Floor);
