using Microsoft.Extensions.Logging;

namespace FsmKit;

/// <summary>Options of a <see cref="GAplic"/>.</summary>
public sealed class GAplicOptions
{
    /// <summary>
    /// Logger for warnings, faults and traces. Default null: nothing is logged. <see cref="TextLogger"/> writes to a text writer, for example the
    /// console.
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
    /// Called after each fault that the loop has logged, with the gobj or other object that failed. Default null: no call. Called on the thread of the
    /// fault; an exception of the delegate is swallowed.
    /// </summary>
    public Action<object?, Exception>? Faulted { get; set; }

    /// <summary>
    /// Called after the error in the log when a setting cannot be written: with the gobj that keeps its value, the key and the problem. Default null:
    /// no call. Called on the loop's thread.
    /// </summary>
    public Action<GObj, string, ParameterException>? SettingRejected { get; set; }

    /// <summary>Clock of timers and time stamps. Default <see cref="TimeProvider.System"/>. A test can set a clock that it advances itself.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>
    /// Values of parameters by name, as <c>IConfiguration.AsEnumerable()</c> gives them: <c>GServerSock:Port = 80</c>,
    /// <c>front.TraceMachine = Events</c>. They override the values that the <c>configure</c> argument of <see cref="GObj.Create{T}(string, Action{T}, Naming)"/> sets. Default
    /// null: none.
    /// </summary>
    public IEnumerable<KeyValuePair<string, string?>>? Settings { get; set; }

    /// <summary>Maximum number of posted events that wait in the loop. One more event is refused. Default 10,000.</summary>
    public int PostCapacity { get; set; } = 10_000;

    /// <summary>
    /// Time that an action may keep the loop before a warning names the cause of the stall. Zero or <see cref="Timeout.InfiniteTimeSpan"/> disables
    /// the warning. Default 1 s. Only <see cref="GAplic.Run"/> is watched.
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
    /// Reactor on which the loop sleeps. Default null: the loop starts with one that knows only timers and posts, and the first socket replaces it by
    /// the best one of the platform.
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
