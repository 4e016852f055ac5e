namespace FsmKit.Net.Listening;

/// <summary>A service whose handlers may block: each connection has a thread while they deal with it.</summary>
/// <remarks>
/// After GLib's GThreadedSocketService. When <see cref="MaxThreads"/> connections are dealt with, no more are accepted: clients wait in
/// the backlog until a handler returns. So they do while the system has no thread for one that was accepted. <see cref="SocketService.Active"/> tells what was asked for; it does not change with that.
/// </remarks>
public class ThreadedSocketService : SocketService
{
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(100);

    private readonly int _maxThreads;
    private readonly WorkerThreads _threads;
    private readonly LogThrottle _starvedLines = new(interval: 10_000);
    private LoopTimer? _again;

    /// <summary>Makes a service without sockets.</summary>
    /// <param name="loop">
    /// Accepts, and runs the handlers of <see cref="SocketService.Incoming"/>; when it is disposed, the service is closed.
    /// </param>
    /// <param name="maxThreads">How many connections are dealt with at once; -1 is as many as come.</param>
    /// <param name="active">Whether it accepts from the beginning.</param>
    public ThreadedSocketService(GAplic loop, int maxThreads = 10, bool active = true)
        : this(loop, maxThreads, active, new WorkerThreads(Most(maxThreads)))
    {
    }

    internal ThreadedSocketService(GAplic loop, int maxThreads, bool active, WorkerThreads threads)
        : base(loop, active: false)
    {
        _maxThreads = maxThreads;
        _threads = threads;

        // Only now: the loop may run already, and asks for room at once.
        Active = active;
    }

    /// <summary>
    /// Deals with a new connection on a thread of its own, after <see cref="SocketService.Incoming"/>: a handler of that which returns
    /// true keeps the connection from coming here. Order and exceptions are as there.
    /// </summary>
    public event ConnectionHandler? Run;

    /// <summary>How many connections are dealt with at once; -1 is as many as come.</summary>
    public int MaxThreads => _maxThreads;

    /// <summary>How many connections are with the handlers of <see cref="Run"/>.</summary>
    public int RunningCount => _threads.Unfinished;

    internal override bool HasRoom => _threads.HasRoom;

    /// <summary>
    /// Closes the service, and waits until all handlers of <see cref="Run"/> have returned. Called by one of them, it does not wait.
    /// <see cref="SocketListener.Close"/> never waits: what is being dealt with goes on.
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

    /// <summary>The handler that is asked last, on the thread of the connection.</summary>
    /// <returns>Whether the connection is dealt with; false here.</returns>
    protected virtual bool OnRun(SocketConnection connection, object? source) => false;

    /// <summary>
    /// Hands the connection to a thread. An override that does not call it keeps the connection from coming to <see cref="Run"/>.
    /// </summary>
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

    /// <summary>The system has no thread: the connection waits for one here, the others in the backlog.</summary>
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
            Tell(new EvRelieved(this));
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
        _ => throw new ArgumentOutOfRangeException(nameof(maxThreads), maxThreads, "-1 is as many as come, 1 or more a limit."),
    };
}
