namespace FsmKit.Testing;

/// <content>The schedule.</content>
public sealed partial class World
{
    private int[] _ready = new int[8];
    private int _last;

    /// <summary>How many steps there were: of loops and of the clock. Each round is one, so that every schedule ends.</summary>
    internal int Steps { get; private set; }

    /// <summary>Whether the schedule was ended before its end.</summary>
    internal bool IsCutOff { get; private set; }

    /// <summary>Runs until something fails, nothing can happen any more, or there were too many steps.</summary>
    internal void Run()
    {
        AskAlways();
        while (Failure is null)
        {
            if (_stranger is not null)
            {
                Fail(FailureKind.NotDeterministic, _stranger, exception: null);
                return;
            }

            if (Steps == _options.MaxSteps || Elapsed > _options.MaxTime)
            {
                IsCutOff = true;
                return;
            }

            if (!StepOne() && !MoveClock())
            {
                AskEventually();
                return;
            }
        }
    }

    /// <returns>False when no loop has anything to do now.</returns>
    private bool StepOne()
    {
        var count = FindReady();
        if (count == 0)
        {
            return false;
        }

        if (_options.TimersRace && UntilNext() > TimeSpan.Zero)
        {
            _ready[count++] = _loops.Count; // The clock, behind all loops. What is due already waits for its loop.
        }

        var next = _ready[count == 1 ? 0 : _choices.Pick(_ready.AsSpan(0, count))];
        if (next == _loops.Count)
        {
            MoveClock();
            return true;
        }

        _last = next;
        _loops[next].Step();
        Steps++;
        AskAlways();
        return true;
    }

    /// <summary>The loop that had the last step comes first, the others follow in their order: the first choice is the one that changes least.</summary>
    private int FindReady()
    {
        if (_ready.Length <= _loops.Count)
        {
            _ready = new int[(_loops.Count + 1) * 2];
        }

        var count = 0;
        for (var i = 0; i < _loops.Count; i++)
        {
            var number = (_last + i) % _loops.Count;
            if (_loops[number] is { IsDestroyed: false, HasStep: true })
            {
                _ready[count++] = number;
            }
        }

        return count;
    }

    /// <summary>Goes to the next moment for which something waits.</summary>
    /// <returns>False when nothing does.</returns>
    private bool MoveClock()
    {
        if (UntilNext() is not { } by)
        {
            return false;
        }

        var ofTask = _time.UntilTimer;
        _time.Advance(by);
        _network?.DeliverNow();
        Steps++;
        if (ofTask <= by)
        {
            FireTimer();
        }

        return true;
    }

    /// <summary>How long it is until the next moment for which something waits; null when nothing does.</summary>
    private TimeSpan? UntilNext()
    {
        var next = Sooner(_network?.NextDelivery, _time.UntilTimer);
        foreach (var loop in _loops)
        {
            next = loop.IsDestroyed ? next : Sooner(next, loop.UntilTimers);
        }

        return next is { } by && by < TimeSpan.Zero ? TimeSpan.Zero : next;
    }

    private void FireTimer()
    {
        try
        {
            _time.FireTimer();
        }
        catch (Exception x)
        {
            Fail(FailureKind.Fault, $"A timer of the clock threw {x.GetType().Name}: {x.Message}", x);
        }

        AskAlways();
    }

    private static TimeSpan? Sooner(TimeSpan? one, TimeSpan? other) => one is null || other < one ? other : one;
}
