namespace FsmKit.Testing;

/// <summary>How an exploration chooses the next schedule.</summary>
public enum Strategy
{
    /// <summary>Takes the others but <see cref="Exhaustive"/> in turn. The default: no single one finds every fault soon.</summary>
    Portfolio,

    /// <summary>Takes each choice by chance, all ways alike.</summary>
    Random,

    /// <summary>
    /// Gives each loop a priority by chance, always runs the highest, and lowers the running one at a few moments by chance. Finds a fault that takes so many
    /// changes in a particular order with a known probability (Burckhardt et al., "A Randomized Scheduler with Probabilistic Guarantees of Finding Bugs", 2010).
    /// </summary>
    Priorities,

    /// <summary>
    /// Lets a loop run as long as it has something to do, and puts the next one before it at a few moments by chance: faults that a few delays bring about.
    /// </summary>
    DelayBounded,

    /// <summary>
    /// Takes every way there is, one after the other, each once. For small systems; <see cref="Exploration.IsComplete"/> tells whether it came to the end.
    /// </summary>
    Exhaustive,

    /// <summary>
    /// Takes every way as <see cref="Exhaustive"/> does, but ends a schedule in a state that one before has met. A state is all that gobjs, their fields, queues, timers and links have. For
    /// systems without sockets; what static variables have, and objects that only native code knows, is not seen. <see cref="Exploration.States"/> counts them. The world of a schedule is set
    /// back to an earlier state where that can be done: see <see cref="Exploration.MadeAnew"/>.
    /// </summary>
    States,
}
