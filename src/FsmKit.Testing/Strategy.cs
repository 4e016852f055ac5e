namespace FsmKit.Testing;

/// <summary>Ways to choose the next schedule of an exploration.</summary>
public enum Strategy
{
    /// <summary>
    /// Alternates between <see cref="Random"/>, <see cref="Priorities"/> and <see cref="DelayBounded"/>, one schedule each. The default,
    /// because no single one finds every fault soon.
    /// </summary>
    Portfolio,

    /// <summary>Makes each choice at random, with equal probability.</summary>
    Random,

    /// <summary>
    /// Gives each loop a random priority, always runs the ready loop of the highest priority, and lowers that priority at a few random
    /// moments. Finds a fault that needs a number of such changes in a particular order with a known probability (Burckhardt et al., "A
    /// Randomized Scheduler with Probabilistic Guarantees of Finding Bugs", ASPLOS 2010).
    /// </summary>
    Priorities,

    /// <summary>
    /// Lets a loop run as long as it has something to do, and switches to another ready loop at a few random moments. Finds faults that a
    /// few delays cause.
    /// </summary>
    DelayBounded,

    /// <summary>
    /// Runs every possible schedule once. For small systems; <see cref="Exploration.IsComplete"/> tells whether all were run.
    /// </summary>
    Exhaustive,

    /// <summary>
    /// Runs every possible schedule as <see cref="Exhaustive"/> does, but ends one in a state that was met before. A state consists of all
    /// gobjs with their fields, queues, timers and links. For systems without sockets; static variables and native memory are not part of
    /// the state. <see cref="Exploration.States"/> counts the states. Worlds are set back to earlier states where possible: see
    /// <see cref="Exploration.MadeAnew"/>.
    /// </summary>
    States,
}
