using FsmKit.Http;
using FsmKit.Simulations.Pool;

namespace FsmKit.Simulations.Spilling;

/// <summary>Files of bodies on a simulated disk, written by a pool in which the loop may get ahead before and after each write.</summary>
internal sealed class SpillFiles(World world, WorldPool pool, Disk disk) : BodyFiles
{
    private int _made;

    /// <summary>The number of files that are not deleted.</summary>
    public int Count => disk.Files.Count;

    /// <inheritdoc/>
    public override BodyFile Create()
    {
        pool.Preempt();
        return world.Chance(disk.Faults.WriteFailures) ? throw new IOException("Too many open files") : new SpillFile(world, pool, disk, $"body{++_made}");
    }

    /// <summary>Queues a write at once, or later where the disk is slow. A pool that cannot start a thread throws, and may have kept the write.</summary>
    public override void Run(IThreadPoolWorkItem write)
    {
        var isLost = world.Chance(disk.Faults.WriteFailures);
        if (!isLost || world.Choose())
        {
            AddLater(world.Choose(TimeSpan.Zero, disk.Faults.MaxDelay), write.Execute);
        }

        if (isLost)
        {
            throw new IOException("The pool has no thread.");
        }
    }

    private void AddLater(TimeSpan delay, Action write)
    {
        if (delay == TimeSpan.Zero)
        {
            pool.Add(write);
        }
        else
        {
            world.After(delay, () => pool.Add(write));
        }
    }
}
