namespace FsmKit.Net;

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

    /// <summary>Whether a job would have a thread at once.</summary>
    public bool HasRoom
    {
        get
        {
            lock (_gate)
            {
                return _unfinished < most;
            }
        }
    }

    /// <summary>Runs a job on a thread of its own, or as soon as one is free.</summary>
    /// <exception cref="OutOfMemoryException">The system has no thread left; the job will not run.</exception>
    public void Run(WorkerJob job)
    {
        lock (_gate)
        {
            _jobs.Enqueue(job);
            _unfinished++;
            if (_idle >= _jobs.Count || _threads == most)
            {
                Monitor.Pulse(_gate);
                return;
            }

            // The new thread comes to the job only when this lock is free again.
            try
            {
                StartThread(Work);
                _threads++;
            }
            catch
            {
                _unfinished--;
                RemoveYoungest();
                throw;
            }
        }
    }

    /// <summary>Ends the threads that have nothing to do, from now on at once.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.PulseAll(_gate);
        }
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

    private void RemoveYoungest()
    {
        for (var older = _jobs.Count - 1; older > 0; older--)
        {
            _jobs.Enqueue(_jobs.Dequeue());
        }

        _jobs.Dequeue();
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
            if (_unfinished == 0)
            {
                _finished?.SetResult();
                _finished = null;
            }
        }

        if (wasFull)
        {
            job.Relieve();
        }
    }
}
