namespace FsmKit.Testing;

/// <summary>Kind of a failure.</summary>
public enum FailureKind
{
    /// <summary>A state, a queue or a loop refused an event.</summary>
    Refused,

    /// <summary>An action, a guard, a callback or a timer threw.</summary>
    Fault,

    /// <summary>A condition of <see cref="World.Always"/> or <see cref="World.Check"/> did not hold.</summary>
    Invariant,

    /// <summary>
    /// A condition of <see cref="World.Eventually"/> did not come true, or a gobj is in a <see cref="HotAttribute"/> state when nothing can
    /// happen any more.
    /// </summary>
    Eventually,

    /// <summary>
    /// The schedule did not end. In the fair steps after it (<see cref="ExploreOptions.FairSteps"/>) a gobj stayed in a
    /// <see cref="HotAttribute"/> state, or a condition of <see cref="World.Eventually"/> never held.
    /// </summary>
    Livelock,

    /// <summary>Destroyed gobjs left a timer, a socket or a gobj behind: see <see cref="ExploreOptions.CheckLeaks"/>.</summary>
    Leak,

    /// <summary>The set-up of the world threw.</summary>
    SetUp,

    /// <summary>The same choices gave another schedule: the system depends on something that the simulation does not control.</summary>
    NotDeterministic,

    /// <summary>A gobj differs from its model; see <see cref="MachineTest"/>.</summary>
    Model,
}
