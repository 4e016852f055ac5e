namespace FsmKit.Net.Tests;

/// <summary>Worker threads of a system that soon has no thread left.</summary>
internal sealed class ScarceThreads(int most = 2) : WorkerThreads(most)
{
    /// <summary>Number of threads that can still be started.</summary>
    public int Left { get; set; } = 1;

    protected override void StartThread(ThreadStart work)
    {
        if (Left-- <= 0)
        {
            throw new ThreadStateException("no thread left");
        }

        base.StartThread(work);
    }
}
