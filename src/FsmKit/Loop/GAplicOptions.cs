using Microsoft.Extensions.Logging;

namespace FsmKit;

/// <summary>Options of a <see cref="GAplic"/>.</summary>
public sealed class GAplicOptions
{
    /// <summary>
    /// Logger for warnings, exceptions and traces. Default null: nothing is logged. <see cref="TextLogger"/> writes to a text writer, for
    /// example the console.
    /// </summary>
    public ILogger? Logger { get; set; }

    /// <summary>
    /// Makes a logger for each gclass; the category is the name of the gclass with its namespace. Default null: <see cref="Logger"/> is the log of all
    /// gobjs. A factory takes the place of <see cref="Logger"/>.
    /// </summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>Services that gobjs of the loop find as <see cref="GAplic.Services"/>. Default null: none.</summary>
    public IServiceProvider? Services { get; set; }

    /// <summary>
    /// Called after each exception that <see cref="GAplic.Faults"/> counts, with the gobj or other object that failed, or null. Default
    /// null: no call. Called on the thread of the exception; an exception of the delegate is swallowed.
    /// </summary>
    public Action<object?, Exception>? Faulted { get; set; }

    /// <summary>
    /// Called when a setting cannot be written, after the error has been logged. The arguments are the gobj, whose parameter is unchanged,
    /// the key of the setting and the exception. Default null: no call. Called on the loop's thread.
    /// </summary>
    public Action<GObj, string, ParameterException>? SettingRejected { get; set; }

    /// <summary>Clock of timers and time stamps. Default <see cref="TimeProvider.System"/>. A test can set a clock that it advances itself.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>
    /// Values of parameters, as <c>IConfiguration.AsEnumerable()</c> gives them. A key is the name of a parameter, alone or after the name
    /// of a gclass or gobj: <c>GServerSock:Port = 80</c>, <c>front.TraceMachine = Events</c>. The values override those that the
    /// <c>configure</c> argument of <see cref="GObj.Create{T}(string, Action{T}, Naming)"/> sets. Default null: none.
    /// </summary>
    public IEnumerable<KeyValuePair<string, string?>>? Settings { get; set; }

    /// <summary>Maximum number of posted events that wait in the loop. One more event is refused. Default 10,000.</summary>
    public int PostCapacity { get; set; } = 10_000;

    /// <summary>
    /// Time that an action, or one turn of the loop, may take before a warning with the cause is logged. Zero or
    /// <see cref="Timeout.InfiniteTimeSpan"/> disables the warning. Default 1 s. Only <see cref="GAplic.Run"/> is watched.
    /// </summary>
    public TimeSpan StallThreshold { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether every gobj must have a unique name. Default false.</summary>
    public bool AllUniqueNames { get; set; }

    /// <summary>
    /// Lowest trace level of every machine of the loop; <see cref="GObj.TraceMachine"/> can raise the level of one gobj. Default
    /// <see cref="MachineTraceLevel.Off"/>.
    /// </summary>
    public MachineTraceLevel TraceMachine { get; set; }

    /// <summary>
    /// Object with which the loop waits for sockets, timers and posted events. Default null: the loop starts with one that knows only
    /// timers and posted events, and the first socket replaces it by the best one of the platform.
    /// </summary>
    public IReactor? Reactor { get; set; }

    /// <summary>
    /// Creates the reactor with which the first socket replaces one that knows only timers; null creates the best one of the platform.
    /// </summary>
    internal Func<IReactor>? SocketReactor { get; init; }

    /// <summary>
    /// Called on the poster's thread when work is posted to the loop; for several events in a row only for the first. Null: no call.
    /// </summary>
    internal Action<GAplic>? Posted { get; init; }

    /// <summary>Probe that is called for each row of a traced gobj; null: no calls.</summary>
    internal IRowProbe? Probe { get; init; }

    /// <summary>Whether asynchronous work of gobjs is only marked as running and not started, because a replay supplies the results.</summary>
    internal bool HoldsWork { get; init; }
}
