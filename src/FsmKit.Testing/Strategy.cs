namespace FsmKit.Testing;

/// <summary>Ways in which <see cref="Explore"/> chooses each simulated run: the loop of each step, and all other choices.</summary>
public enum Strategy
{
    /// <summary>
    /// Alternates between <see cref="Random"/>, <see cref="Priorities"/> and <see cref="DelayBounded"/>, one simulated run each. The
    /// default, because none of them alone finds every error soon.
    /// </summary>
    Portfolio,

    /// <summary>Makes each choice at random, with equal probability.</summary>
    Random,

    /// <summary>
    /// Gives each loop a random priority, always runs the loop of the highest priority that has something to do, and lowers that priority
    /// at a few random moments. Finds an error that needs a number of such changes in a particular order with a known probability
    /// (Burckhardt et al., "A Randomized Scheduler with Probabilistic Guarantees of Finding Bugs", ASPLOS 2010).
    /// </summary>
    Priorities,

    /// <summary>
    /// Lets a loop run as long as it has something to do, and switches to another loop that has something to do at a few random moments.
    /// Finds errors that a few delays cause.
    /// </summary>
    DelayBounded,

    /// <summary>
    /// Carries out every possible simulated run once. For small systems; <see cref="Exploration.IsComplete"/> tells whether all were
    /// carried out.
    /// </summary>
    Exhaustive,

    /// <summary>
    /// Carries out every possible simulated run as <see cref="Exhaustive"/> does, but ends a run in a state that was met before. A state
    /// consists of all gobjs with their fields, queues and timers, and of each <see cref="Link"/>. For systems without sockets; static
    /// variables and native memory are not part of the state. <see cref="Exploration.States"/> counts the states. Each <see cref="World"/>
    /// is set back to earlier states where possible: see <see cref="Exploration.NewWorldsReason"/>.
    /// </summary>
    States,
}
