using System.Diagnostics;

namespace FsmKit;

/// <summary>
/// The one thread of the process that watches all running loops; it starts with the first of them and ends after the last one. A thread of
/// its own, because a pool that is blocked is what it may have to tell of.
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
                // It may have to look more often from now on.
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

    /// <summary>Waits as long as the most impatient loop wants.</summary>
    /// <returns>False when there is no loop left: the thread is to end, and does not keep the last one alive.</returns>
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

            // When it took much longer, the whole process was stopped: by a debugger, a suspended machine. That is no loop's fault.
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

    /// <summary>A method of its own, so that no loop is referred to while the thread waits.</summary>
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
                // The loop's logger threw. There is nobody else to tell, and the other loops are to be watched.
            }
        }
    }
}
