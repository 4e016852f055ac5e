using Microsoft.Extensions.Logging;

namespace FsmKit;

/// <summary>What a <see cref="GAplic"/> is made with.</summary>
public sealed class GAplicOptions
{
    /// <summary>Where warnings, faults and traces go; nothing is written without it. <see cref="TextLogger"/> writes to the console.</summary>
    public ILogger? Logger { get; set; }

    /// <summary>The clock of timers and time stamps; a test puts a clock of its own here and moves it by hand.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>
    /// Parameters by name, as <c>IConfiguration.AsEnumerable()</c> gives them: <c>GServerSock:Port = 80</c>, <c>front.TraceMachine = Events</c>.
    /// They win over the arguments of <see cref="GObj.Create{T}"/>.
    /// </summary>
    public IEnumerable<KeyValuePair<string, string?>>? Settings { get; set; }

    /// <summary>How many posted events may wait; one more is refused. Default 10,000.</summary>
    public int PostCapacity { get; set; } = 10_000;

    /// <summary>
    /// How long an action may keep the loop before the log says who stalls it; zero or <see cref="Timeout.InfiniteTimeSpan"/> never says so.
    /// Default 1 s. It concerns a loop in <see cref="GAplic.Run"/>.
    /// </summary>
    public TimeSpan StallThreshold { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Every gobj needs a name of its own.</summary>
    public bool AllUniqueNames { get; set; }

    /// <summary>Traces every machine of the loop at least at this level.</summary>
    public MachineTraceLevel TraceMachine { get; set; }

    /// <summary>
    /// What the loop sleeps on. Null starts with one that knows only timers and posts; the first socket puts the best one of the platform
    /// in its place.
    /// </summary>
    public IReactor? Reactor { get; set; }

    /// <summary>Makes the reactor that the first socket puts in the place of one that knows only timers; null makes the best one of the platform.</summary>
    internal Func<IReactor>? SocketReactor { get; init; }

    /// <summary>Is told, in the thread of the poster, that something is posted to the loop: of several events in a row only of the first. Null tells nobody.</summary>
    internal Action<GAplic>? Posted { get; init; }

    /// <summary>What is told of each row of a traced gobj; null tells nobody.</summary>
    internal IRowProbe? Probe { get; init; }

    /// <summary>Whether asynchronous work of gobjs is said to be under way and not run: a replay has its results.</summary>
    internal bool HoldsWork { get; init; }
}
