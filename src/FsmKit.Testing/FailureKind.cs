namespace FsmKit.Testing;

/// <summary>What has failed.</summary>
public enum FailureKind
{
    /// <summary>A state, a queue or a loop refused an event.</summary>
    Refused,

    /// <summary>An action, a guard, a callback or a timer threw.</summary>
    Fault,

    /// <summary>What <see cref="World.Always"/> or <see cref="World.Check"/> ask for did not hold.</summary>
    Invariant,

    /// <summary>What <see cref="World.Eventually"/> asks for did not come, or a gobj is in a <see cref="HotAttribute"/> state while nothing can happen any more.</summary>
    Eventually,

    /// <summary>
    /// The schedule did not come to an end, and in the fair steps behind it (<see cref="ExploreOptions.FairSteps"/>) a gobj stayed in a <see cref="HotAttribute"/> state, or something that
    /// <see cref="World.Eventually"/> asks for did not come.
    /// </summary>
    Livelock,

    /// <summary>Something was left behind by gobjs that were destroyed: see <see cref="ExploreOptions.CheckLeaks"/>.</summary>
    Leak,

    /// <summary>The set-up of the world threw.</summary>
    SetUp,

    /// <summary>The same choices led elsewhere: the system depends on something that the simulation does not decide.</summary>
    NotDeterministic,

    /// <summary>A gobj is not as its model says; see <see cref="MachineTest"/>.</summary>
    Model,
}
