using DoorSample;

namespace FsmKit.Testing.Tests.Models;

/// <summary>Model of the sample's door, as a value.</summary>
internal readonly record struct DoorModel(string State, int Key)
{
    public static DoorModel Start => new("Closed", 0);

    /// <summary>The door as it is.</summary>
    public static DoorModel Step(DoorModel door, object e) => (door.State, e) switch
    {
        ("Closed", EvOpen) => door with { State = "Opened" },
        ("Closed", EvLock { Key: var key }) => new DoorModel("Locked", key),
        ("Opened", EvClose) => door with { State = "Closed" },
        ("Locked", EvOpen { Key: var key }) when key == door.Key => door with { State = "Opened" },
        _ => door,
    };

    /// <summary>A door that any key opens.</summary>
    public static DoorModel StepOfCarelessOne(DoorModel door, object e) => (door.State, e) is ("Locked", EvOpen) ? door with { State = "Opened" } : Step(door, e);

    /// <summary>Whether a door is so.</summary>
    public static bool Agrees(DoorModel model, Door door) => model.State == door.StateName;
}
