using DoorSample;

namespace FsmKit.Testing.Tests.Models;

/// <summary>First example of docs/model-tests.md.</summary>
public sealed class ModelGuideTests
{
    [Fact]
    public void The_door_does_what_its_model_says() =>
        MachineTest.Run(new MachineTestOptions<Door>().Compare(
            start: (State: "Closed", Key: 0),
            step: static (door, e) => (door.State, e) switch
            {
                ("Closed", EvOpen) or ("Opened", EvClose) => (e is EvOpen ? "Opened" : "Closed", door.Key),
                ("Closed", EvLock { Key: var key }) => ("Locked", key),
                ("Locked", EvOpen { Key: var key }) when key == door.Key => ("Opened", key),
                _ => door,
            },
            agrees: static (model, door) => model.State == door.StateName)).Coverage.AssertRows();
}
