using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace FsmKit;

/// <summary>
/// Root of a tree of gobjs and event loop of one thread. To use more cores, create one loop per thread, each with its own tree; loops exchange events
/// by posting.
/// </summary>
/// <remarks>The class follows GinsFSM's GAplic and is itself a gobj with an empty machine.</remarks>
[DebuggerTypeProxy(typeof(GAplicView))]
public sealed partial class GAplic : GObj, IDisposable
{
    private readonly Dictionary<string, GObj> _uniqueNames = new(StringComparer.Ordinal);
    private volatile bool _isDisposed;

    /// <summary>Creates a loop without a name. <see cref="Run"/> or <see cref="RunOnce()"/> runs the loop.</summary>
    public GAplic(GAplicOptions? options = null)
        : this(null, options)
    {
    }

    /// <summary>Creates a loop with a name. The name is the first part of every path in the tree.</summary>
    public GAplic(string? name, GAplicOptions? options = null)
    {
        Options = options ?? new GAplicOptions();
        BecomeRoot(this, name);
        LoopLogger = GuardedLogger.Of(Options.Logger);
        Clock = new LoopClock(Options.Time, ReportFault);
        Settings = new Settings(Options.Settings);
        Mailbox = new Mailbox(this, Options.PostCapacity);
        Reactor = Options.Reactor ?? new TimerReactor();
        SynchronizationContext = new LoopSynchronizationContext(this);
        Watch = new LoopWatch(this, Options.StallThreshold);
        NoticeListeners();
        Settings.WriteTo(this, null);
        if (Options.Logger is not null || Options.LoggerFactory is not null)
        {
            ReportColdStart.Ensure();
        }
    }

    /// <inheritdoc/>
    protected override MachineDescription FsmMachine => MachineDescriptions.Gaplic;

    /// <summary>Services for the gobjs of the loop, <see cref="GAplicOptions.Services"/>; null if the options have none.</summary>
    public IServiceProvider? Services => Options.Services;

    /// <summary>Clock of timers and time stamps.</summary>
    public TimeProvider Time => Options.Time;

    /// <summary>
    /// Synchronization context that continues <c>async</c> code on the loop's thread. While the loop runs, it is the current context of that thread.
    /// </summary>
    public LoopSynchronizationContext SynchronizationContext { get; }

    internal GAplicOptions Options { get; }

    /// <summary>Log of all gobjs of the loop, unless <see cref="GAplicOptions.LoggerFactory"/> gives each gclass a log.</summary>
    internal ILogger LoopLogger { get; }

    internal bool AllUniqueNames => Options.AllUniqueNames;

    internal Mailbox Mailbox { get; }

    /// <summary>
    /// Clock of the loop, in milliseconds since the loop was created. For timeouts and rates of many gobjs, without one timer for each.
    /// </summary>
    public LoopClock Clock { get; }

    internal TimerWheel Timers { get; } = new();

    /// <summary>Publisher class, subscriber class and event type of each event that was not heard, so that each is looked at and told once.</summary>
    internal HashSet<(Type Publisher, Type Subscriber, Type Event)> SeenUnheard { get; } = [];

    internal int TraceDepth { get; set; }

    /// <summary>Reader of the snapshot that is being restored at this moment, or null.</summary>
    internal SnapshotReader? Restoring { get; set; }

    /// <summary>Returns the gobj with this unique name, or null. While the loop runs, only its thread may call.</summary>
    public GObj? FindUnique(string name)
    {
        RequireLoopThread();
        return _uniqueNames.GetValueOrDefault(name);
    }

    /// <summary>Queues a callback for the next turn of the loop. Thread-safe: use it to access gobjs from another thread.</summary>
    /// <remarks>
    /// Callbacks do not count towards <see cref="GAplicOptions.PostCapacity"/>. A disposed loop drops them. An exception of a callback is logged.
    /// </remarks>
    public void PostCallback(Action callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        PostCallback(new PostedCallback(callback, null));
    }

    /// <summary>
    /// Queues a callback with its argument, as <see cref="PostCallback(Action)"/>. With a static delegate, nothing is allocated.
    /// Thread-safe.
    /// </summary>
    public void PostCallback(Action<object?> callback, object? state)
    {
        ArgumentNullException.ThrowIfNull(callback);
        PostCallback(new PostedCallback(callback, state));
    }

    /// <summary>
    /// Destroys the tree and disposes the <see cref="Reactor"/>. The loop must not be running. Everything posted afterwards is dropped.
    /// </summary>
    /// <exception cref="GObjException">A turn of the loop is running, or the loop runs in another thread.</exception>
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
}
