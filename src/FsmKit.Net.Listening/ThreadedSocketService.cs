namespace FsmKit.Net.Listening;

/// <summary>Service whose handlers may block: each connection has a thread of its own while the handlers run.</summary>
/// <remarks>
/// Modelled on GLib's GThreadedSocketService. While <see cref="MaxThreads"/> connections are being handled, or the system has no thread for an
/// accepted connection, clients wait in the backlog. <see cref="SocketService.Active"/> does not change meanwhile.
/// </remarks>
public class ThreadedSocketService : SocketService
{
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(100);

    private readonly int _maxThreads;
    private readonly WorkerThreads _threads;
    private readonly LogThrottle _starvedLines = new(interval: 10_000);
    private LoopTimer? _again;

    /// <summary>Creates a service without sockets.</summary>
    /// <param name="loop">
    /// The loop that accepts and runs the handlers of <see cref="SocketService.Incoming"/>. Its disposal closes the service.
    /// </param>
    /// <param name="maxThreads">
    /// Largest number of threads, and so of connections handled at the same time, 1 or more; -1 for no limit. Default: 10.
    /// </param>
    /// <param name="active">Whether the service accepts at once.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxThreads"/> is 0 or below -1.</exception>
    public ThreadedSocketService(GAplic loop, int maxThreads = 10, bool active = true)
        : this(loop, maxThreads, active, new WorkerThreads(Most(maxThreads)))
    {
    }

    internal ThreadedSocketService(GAplic loop, int maxThreads, bool active, WorkerThreads threads)
        : base(loop, active: false)
    {
        _maxThreads = maxThreads;
        _threads = threads;

        // Start only now: the loop may already run on another thread, and uses the fields at once.
        Active = active;
    }

    /// <summary>
    /// Handles a new connection on a thread of its own. Called if no handler of <see cref="SocketService.Incoming"/> has returned true. The rules for
    /// order and exceptions are those of <see cref="SocketService.Incoming"/>.
    /// </summary>
    public event ConnectionHandler? Run;

    /// <summary>Largest number of connections that are handled at the same time; -1 for no limit.</summary>
    public int MaxThreads => _maxThreads;

    /// <summary>Number of connections in the handlers of <see cref="Run"/>, including those that wait for a thread.</summary>
    public int RunningCount => _threads.Unfinished;

    internal override bool HasRoom => _threads.HasRoom;

    /// <summary>
    /// Closes the service and waits until all handlers of <see cref="Run"/> have returned. Does not wait if a handler calls it.
    /// <see cref="SocketListener.Close"/> never waits; running handlers continue.
    /// </summary>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync().ConfigureAwait(false);
        if (!_threads.IsOwnThread)
        {
            await _threads.WhenFinished().ConfigureAwait(false);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Runs the handlers on a thread of the service.</summary>
    internal void Work(SocketConnection connection, object? source) => Ask(Run, OnRun, connection, source);

    /// <summary>Handles a connection that no handler of <see cref="Run"/> has handled, on its thread. This implementation does nothing.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="source">The tag with which the listening socket was added; null for none.</param>
    /// <returns>True if the connection is handled. This implementation returns false.</returns>
    protected virtual bool OnRun(SocketConnection connection, object? source) => false;

    /// <summary>
    /// Hands the connection to a thread, which calls <see cref="Run"/>. An override must call this implementation for that.
    /// </summary>
    /// <param name="connection">The connection.</param>
    /// <param name="source">The tag with which the listening socket was added; null for none.</param>
    /// <returns>False.</returns>
    protected override bool OnIncoming(SocketConnection connection, object? source)
    {
        ArgumentNullException.ThrowIfNull(connection);
        connection.Hold();
        if (_threads.Run(new WorkerJob(this, connection, source)) is { } problem)
        {
            if (_starvedLines.Admits(Loop.Clock.Now, out var count))
            {
                ListeningLog.NoThread(Log, this, connection, problem.Message, count);
            }

            TryAgainLater();
        }

        return false;
    }

    /// <summary>Tries again after 100 ms to start a thread for the waiting connection. Other connections wait in the backlog.</summary>
    private void TryAgainLater()
    {
        if (Machine is { IsDestroyed: false } machine)
        {
            _again ??= new LoopTimer(machine, TryAgain);
            _again.Arm(Rest);
        }
    }

    private void TryAgain()
    {
        if (_threads.TryAgain() is not null)
        {
            TryAgainLater();
        }
        else
        {
            TellGobj(new EvRelieved(this));
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _threads.Close();
        }
    }

    private static int Most(int maxThreads) => maxThreads switch
    {
        -1 => int.MaxValue,
        > 0 => maxThreads,
        _ => throw new ArgumentOutOfRangeException(nameof(maxThreads), maxThreads, "Use 1 or more, or -1 for no limit."),
    };
}
