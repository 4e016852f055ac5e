namespace FsmKit.Net.Listening;

/// <summary>Threads for blocking jobs, at most <paramref name="most"/>. Each is started on demand, and waits 5 s for the next job.</summary>
/// <param name="most">Largest number of threads.</param>
internal class WorkerThreads(int most)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    [ThreadStatic]
    private static WorkerThreads? _own;

    private readonly object _gate = new();
    private readonly Queue<WorkerJob> _jobs = new();
    private TaskCompletionSource? _finished;
    private int _threads;
    private int _idle;
    private int _unfinished;
    private bool _closed;
    private bool _isStarved;

    /// <summary>Whether the calling thread is one of these threads.</summary>
    public bool IsOwnThread => _own == this;

    /// <summary>Number of running and waiting jobs.</summary>
    public int Unfinished
    {
        get
        {
            lock (_gate)
            {
                return _unfinished;
            }
        }
    }

    /// <summary>Whether a thread waits for a job.</summary>
    public bool HasIdle
    {
        get
        {
            lock (_gate)
            {
                return _idle > 0;
            }
        }
    }

    /// <summary>Whether a new job would get a thread at once. False while the system has no thread for the waiting jobs.</summary>
    public bool HasRoom
    {
        get
        {
            lock (_gate)
            {
                return _unfinished < most && (!_isStarved || _jobs.Count == 0);
            }
        }
    }

    /// <summary>Runs a job on a thread of its own, at once or when one is free.</summary>
    /// <returns>The exception of the system if it has no thread; the job then waits for <see cref="TryAgain"/>. Otherwise null.</returns>
    public Exception? Run(WorkerJob job)
    {
        lock (_gate)
        {
            _jobs.Enqueue(job);
            _unfinished++;
            if (_idle >= _jobs.Count || _threads == most)
            {
                Monitor.Pulse(_gate);
                return null;
            }

            return TryStart();
        }
    }

    /// <summary>Starts threads for the waiting jobs.</summary>
    /// <returns>The exception of the system if it still has no thread; otherwise null.</returns>
    public Exception? TryAgain()
    {
        lock (_gate)
        {
            for (var missing = Math.Min(_jobs.Count - _idle, most - _threads); missing > 0; missing--)
            {
                if (TryStart() is { } problem)
                {
                    return problem;
                }
            }

            _isStarved = false;
            return null;
        }
    }

    /// <summary>Ends idle threads, now and later without waiting. Drops the waiting jobs if no thread exists at all.</summary>
    public void Close()
    {
        WorkerJob[] dropped = [];
        lock (_gate)
        {
            _closed = true;
            if (_threads == 0)
            {
                dropped = [.. _jobs];
                _jobs.Clear();
                _unfinished -= dropped.Length;
                TellFinished();
            }

            Monitor.PulseAll(_gate);
        }

        Array.ForEach(dropped, static job => job.Drop());
    }

    /// <summary>Returns a task that completes when no job is running or waiting.</summary>
    public Task WhenFinished()
    {
        lock (_gate)
        {
            return _unfinished == 0
                ? Task.CompletedTask
                : (_finished ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    /// <summary>Starts a thread. Virtual, so that a test can make it fail.</summary>
    protected virtual void StartThread(ThreadStart work) =>
        new Thread(work) { IsBackground = true, Name = nameof(ThreadedSocketService) }.Start();

    /// <summary>Waits for a job, under the lock. Returns false if none came in time. Virtual, so that a simulation can take no time.</summary>
    protected virtual bool AwaitJob(object gate) => Monitor.Wait(gate, Patience);

    // The caller holds the lock, so the new thread gets its job only after the lock is free.
    private Exception? TryStart()
    {
        try
        {
            StartThread(Work);
        }
        catch (Exception x)
        {
            _isStarved = true;
            return x;
        }

        _threads++;
        return null;
    }

    private void TellFinished()
    {
        if (_unfinished == 0)
        {
            _finished?.SetResult();
            _finished = null;
        }
    }

    private void Work()
    {
        _own = this;
        while (WaitForJob())
        {
            RunNext();
        }
    }

    /// <summary>Waits for a job. Returns false if none came in time; the thread then ends.</summary>
    private bool WaitForJob()
    {
        lock (_gate)
        {
            while (_jobs.Count == 0)
            {
                _idle++;
                var isWoken = !_closed && AwaitJob(_gate);
                _idle--;
                if (!isWoken && _jobs.Count == 0)
                {
                    _threads--;
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Runs the next job. A method of its own, so that a waiting thread holds no reference to its last job.</summary>
    private void RunNext()
    {
        WorkerJob? job;
        lock (_gate)
        {
            if (!_jobs.TryDequeue(out job))
            {
                return;
            }
        }

        job.Run();
        bool wasFull;
        lock (_gate)
        {
            wasFull = _unfinished-- == most;
            TellFinished();
        }

        if (wasFull)
        {
            job.Relieve();
        }
    }
}
