using FsmKit.Net.Listening;

namespace FsmKit.Simulations.Listening;

/// <summary>
/// Threads of a service in the one thread of a world. Each begins as a step of a loop of its own; where it would block, the loop of the service
/// and other threads may get ahead.
/// </summary>
internal sealed class WorldThreads : WorkerThreads
{
    private readonly World _world;
    private readonly GAplic _threads;
    private readonly GAplic[] _loops;
    private readonly Queue<ThreadStart> _waiting = new();

    /// <summary>Makes the loop of the threads.</summary>
    public WorldThreads(World world, int most, params GAplic[] loops)
        : base(most) => (_world, _threads, _loops) = (world, world.Loop("threads"), loops);

    /// <summary>The probability that the system has no thread.</summary>
    public double Shortage { get; set; }

    /// <summary>Lets others get ahead.</summary>
    public void Block()
    {
        while (_world.Choose(3) == 2)
        {
            var ready = Array.FindAll(_loops, static loop => loop is { IsDestroyed: false, HasStep: true, IsLoopThread: false });
            if (ready.Length > 0)
            {
                ready[_world.Choose(ready.Length)].Step();
            }
            else if (_waiting.Count > 0)
            {
                RunOne();
            }
            else
            {
                return;
            }
        }
    }

    /// <inheritdoc/>
    protected override void StartThread(ThreadStart work)
    {
        if (_world.Chance(Shortage))
        {
            throw new IOException("The system has no thread.");
        }

        _waiting.Enqueue(work);
        _threads.PostCallback(RunOne);
    }

    /// <summary>A thread without a job lets others get ahead, and then ends.</summary>
    protected override bool AwaitJob(object gate)
    {
        Block();
        return false;
    }

    private void RunOne()
    {
        if (_waiting.TryDequeue(out var work))
        {
            Outside.Run(() => work());
        }
    }
}
