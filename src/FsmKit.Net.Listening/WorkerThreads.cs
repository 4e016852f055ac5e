namespace FsmKit.Net.Listening;

/// <summary>Threads for jobs that may block: never more than so many, each made when it is needed and kept a while for the next job.</summary>
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

    /// <summary>Whether the calling thread is one of them.</summary>
    public bool IsOwnThread => _own == this;

    /// <summary>How many jobs are running or waiting.</summary>
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

    /// <summary>Whether a job would have a thread at once; not while the system has none for those that wait.</summary>
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

    /// <summary>Runs a job on a thread of its own, or as soon as one is free.</summary>
    /// <returns>Why the system has no thread for it; null when all is well. The job waits: see <see cref="TryAgain"/>.</returns>
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

    /// <summary>Starts threads for the jobs that wait for one.</summary>
    /// <returns>Why the system still has none; null when all is well.</returns>
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

    /// <summary>Ends the threads that have nothing to do, from now on at once, and the jobs for which there is no thread at all.</summary>
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

    /// <summary>Completes when no job is running or waiting.</summary>
    public Task WhenFinished()
    {
        lock (_gate)
        {
            return _unfinished == 0
                ? Task.CompletedTask
                : (_finished ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    /// <summary>Starts a thread; a test makes it fail.</summary>
    protected virtual void StartThread(ThreadStart work) =>
        new Thread(work) { IsBackground = true, Name = nameof(ThreadedSocketService) }.Start();

    // The new thread comes to its job only when the lock is free again.
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

    /// <summary>False when there was none for a while: the thread ends.</summary>
    private bool WaitForJob()
    {
        lock (_gate)
        {
            while (_jobs.Count == 0)
            {
                _idle++;
                var isWoken = !_closed && Monitor.Wait(_gate, Patience);
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

    /// <summary>A method of its own, so that a thread that waits for the next job keeps nothing of the last one alive.</summary>
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
