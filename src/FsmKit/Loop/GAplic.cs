using Microsoft.Extensions.Logging;

namespace FsmKit;

/// <summary>
/// The root of a tree of gobjs and the event loop of one thread. More cores = more loops, each with a tree of its own; between them events
/// are posted.
/// </summary>
/// <remarks>After GinsFSM's GAplic, itself a gobj with an empty machine.</remarks>
public sealed partial class GAplic : GObj, IDisposable
{
    private readonly Dictionary<string, GObj> _uniqueNames = new(StringComparer.Ordinal);
    private volatile bool _isDisposed;

    /// <summary>Makes a loop; it runs when <see cref="Run"/> or <see cref="RunOnce()"/> is called.</summary>
    public GAplic(GAplicOptions? options = null)
        : this(null, options)
    {
    }

    /// <summary>Makes a loop with a name, which begins every path in it.</summary>
    public GAplic(string? name, GAplicOptions? options = null)
    {
        Options = options ?? new GAplicOptions();
        Logger = GuardedLogger.Of(Options.Logger);
        Clock = new LoopClock(Options.Time, ReportFault);
        Settings = new Settings(Options.Settings);
        Mailbox = new Mailbox(this, Options.PostCapacity);
        Reactor = Options.Reactor ?? new TimerReactor();
        SynchronizationContext = new LoopSynchronizationContext(this);
        Watch = new LoopWatch(this, Options.StallThreshold);
        BecomeRoot(this, name);
        NoticeListeners();
        Settings.WriteTo(this, null);
        if (Options.Logger is not null)
        {
            ReportColdStart.Ensure();
        }
    }

    /// <inheritdoc/>
    protected override MachineDescription FsmMachine => MachineDescriptions.Gaplic;

    /// <summary>Where the loop and its gobjs log. What the logger itself throws ends here: the line is lost.</summary>
    public ILogger Logger { get; }

    /// <summary>The clock of timers and time stamps.</summary>
    public TimeProvider Time => Options.Time;

    /// <summary>
    /// Lets <c>async</c> code that was started in the loop go on in the loop. While the loop runs, it is the current one of its thread.
    /// </summary>
    public LoopSynchronizationContext SynchronizationContext { get; }

    internal GAplicOptions Options { get; }

    internal bool AllUniqueNames => Options.AllUniqueNames;

    internal Settings Settings { get; }

    internal Mailbox Mailbox { get; }

    /// <summary>The time of the loop, in milliseconds. For timeouts and rates of many gobjs, which need no timer each.</summary>
    public LoopClock Clock { get; }

    internal TimerWheel Timers { get; } = new();

    /// <summary>The publisher's gclass, its subscriber's and the event of each warning about an event that is not heard.</summary>
    internal HashSet<(Type Publisher, Type Subscriber, Type Event)> ToldUnheard { get; } = [];

    internal int TraceDepth { get; set; }

    /// <summary>The snapshot that is becoming a gobj at this moment, or null.</summary>
    internal SnapshotReader? Restoring { get; set; }

    /// <summary>The gobj that has this name to itself, or null. While the loop runs, only its thread may ask.</summary>
    public GObj? FindUnique(string name)
    {
        RequireLoopThread();
        return _uniqueNames.GetValueOrDefault(name);
    }

    /// <summary>
    /// Runs an action in the next cycle of the loop. Callable from any thread: it is the way to touch gobjs from outside.
    /// </summary>
    /// <remarks>It does not count against <see cref="GAplicOptions.PostCapacity"/>. A loop that is disposed drops it.</remarks>
    public void PostCallback(Action callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        PostCallback(new PostedCallback(callback, null));
    }

    /// <summary>The same with what the action is to be called with, so that a static one does and nothing is allocated.</summary>
    public void PostCallback(Action<object?> callback, object? state)
    {
        ArgumentNullException.ThrowIfNull(callback);
        PostCallback(new PostedCallback(callback, state));
    }

    /// <summary>
    /// Destroys the tree and releases what the loop sleeps on. The loop must not be running. What is posted from now on is dropped.
    /// </summary>
    public void Dispose()
    {
        RequireLoopThread();
        if (_inCycle)
        {
            throw new GObjException($"{this} is in a cycle: an action cannot dispose the loop that runs it. Stop it, and dispose it after Run.");
        }

        _isDisposed = true;
        Destroy();
        Reactor.Dispose();
    }

    internal void PostCallback(PostedCallback callback)
    {
        if (!_isDisposed)
        {
            Mailbox.Add(callback);
        }
    }

    internal void Register(GObj gobj)
    {
        if (gobj.Name.Length == 0 || !_uniqueNames.TryAdd(gobj.Name, gobj))
        {
            throw new GObjException(gobj.Name.Length == 0
                ? $"{gobj} needs a name: it is to be unique in {this}."
                : $"The name '{gobj.Name}' belongs to {_uniqueNames[gobj.Name].FullName} already; it cannot be the unique name of another {gobj.Machine.Name}.");
        }
    }

    internal void Deregister(GObj gobj) => _uniqueNames.Remove(gobj.Name);

    /// <summary>Logs an exception as a fault. Never throws: the code that caught the exception goes on, also without the memory for a line.</summary>
    /// <param name="source">The gobj or other object that failed, as the line names it; null when none can be named.</param>
    /// <param name="exception">The exception.</param>
    public void ReportFault(object? source, Exception exception)
    {
        try
        {
            Log.Fault(Logger, SafeText.Of(source), exception);
        }
        catch (Exception)
        {
            // The logger is guarded: there is no memory to tell it with.
        }
    }
}
