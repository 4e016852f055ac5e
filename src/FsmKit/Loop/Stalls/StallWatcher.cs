using System.Diagnostics;

namespace FsmKit;

/// <summary>
/// Thread that watches all running loops of the process. It starts with the first loop and ends after the last one. It is no pool thread, because a
/// blocked thread pool is one of the things to report.
/// </summary>
internal static class StallWatcher
{
    private const int PauseWithoutMemory = 100;
    private static readonly object Gate = new();
    private static LoopWatch[] _loops = [];
    private static bool _isRunning;

    public static void Add(LoopWatch loop)
    {
        if (!loop.IsOn)
        {
            return;
        }

        lock (Gate)
        {
            _loops = [.. _loops, loop];
            if (_isRunning)
            {
                // The new loop may need more frequent checks.
                Monitor.Pulse(Gate);
                return;
            }

            _isRunning = true;
            new Thread(Watch) { IsBackground = true, Name = "FsmKit stall watcher" }.Start();
        }
    }

    public static void Remove(LoopWatch loop)
    {
        lock (Gate)
        {
            _loops = Array.FindAll(_loops, other => other != loop);
        }

        loop.End();
    }

    private static void Watch()
    {
        var goesOn = true;
        while (goesOn)
        {
            try
            {
                goesOn = WaitForNextLook(out var passed);
                LookAtAll(passed);
            }
            catch (OutOfMemoryException)
            {
                // An exception that left the thread would end the process.
                Thread.Sleep(PauseWithoutMemory);
            }
        }
    }

    /// <summary>Waits for the shortest interval of all loops.</summary>
    /// <returns>False when no loop is left: the thread then ends, so that it does not keep the last loop alive.</returns>
    private static bool WaitForNextLook(out TimeSpan passed)
    {
        lock (Gate)
        {
            if (_loops.Length == 0)
            {
                passed = default;
                _isRunning = false;
                return false;
            }

            var interval = ShortestInterval();
            var start = Stopwatch.GetTimestamp();
            Monitor.Wait(Gate, interval);

            // A much longer time means that the whole process was stopped, by a debugger or a suspended machine. The loop is not the cause.
            var waited = Stopwatch.GetElapsedTime(start);
            passed = waited < 2 * interval ? waited : 2 * interval;
            return true;
        }
    }

    private static TimeSpan ShortestInterval()
    {
        var shortest = TimeSpan.MaxValue;
        foreach (var loop in _loops)
        {
            shortest = loop.Interval < shortest ? loop.Interval : shortest;
        }

        return shortest;
    }

    /// <summary>Checks all loops. A separate method, so that the thread refers to no loop while it waits.</summary>
    private static void LookAtAll(TimeSpan passed)
    {
        foreach (var loop in Volatile.Read(ref _loops))
        {
            try
            {
                loop.Look(passed);
            }
            catch (Exception)
            {
                // The loop's logger threw. The other loops are still to be watched.
            }
        }
    }
}
