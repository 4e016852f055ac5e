namespace FsmKit.Testing;

/// <summary>Kind of a <see cref="SimulationFailure"/>.</summary>
public enum FailureKind
{
    /// <summary>A state, a queue or a loop refused an event.</summary>
    Refused,

    /// <summary>An action, a guard, a callback, a timer or a checked condition threw an exception.</summary>
    Fault,

    /// <summary>A condition of <see cref="World.Always"/> or <see cref="World.Check"/> did not hold.</summary>
    Invariant,

    /// <summary>
    /// A condition of <see cref="World.Eventually"/> did not come true, or a gobj is in a <see cref="HotAttribute"/> state when nothing can
    /// happen any more.
    /// </summary>
    Eventually,

    /// <summary>
    /// The simulated run did not end within <see cref="ExploreOptions.MaxSteps"/>. In all of the <see cref="ExploreOptions.FairSteps"/>
    /// after these, a gobj stayed in a <see cref="HotAttribute"/> state, or a condition of <see cref="World.Eventually"/> never held.
    /// </summary>
    Livelock,

    /// <summary>Destroyed gobjs left a timer, a socket or a gobj behind: see <see cref="ExploreOptions.CheckLeaks"/>.</summary>
    Leak,

    /// <summary>The delegate <c>setUp</c>, which creates the gobjs of the simulated <see cref="World"/>, threw an exception.</summary>
    SetUp,

    /// <summary>
    /// The same choices of the simulation led to another run: the system depends on something that the simulation does not control, such as
    /// another thread.
    /// </summary>
    NotDeterministic,

    /// <summary>A gobj differs from its model; see <see cref="MachineTestOptions{T}.Compare"/>.</summary>
    Model,
}
