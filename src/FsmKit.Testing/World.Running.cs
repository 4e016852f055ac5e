using FsmKit.Testing.Worlds;

namespace FsmKit.Testing;

/// <content>Execution of a simulated run.</content>
public sealed partial class World
{
    // Numbers in the list of ready loops, where a loop has its index.
    private const int Clock = -1;
    private const int PoolThread = -2;
    private const int LastLink = -3; // The other links have smaller numbers.

    private int[] _ready = new int[8];
    private int _last;
    private int _ofLoops;
    private FairEnd? _fairEnd;

    /// <summary>
    /// Number of steps of loops, links, the pool and the clock. Each turn of a schedule counts, so that every schedule ends.
    /// </summary>
    internal int Steps { get; private set; }

    /// <summary>Number of steps of loops, and of all steps.</summary>
    internal Shrinking.ScheduleLength Length => new(_ofLoops, Steps);

    /// <summary>True when the schedule was cut off.</summary>
    internal bool IsCutOff { get; private set; }

    /// <summary>True when the schedule did not end by itself, so that its continuations are not explored.</summary>
    internal bool IsShortened => IsCutOff || _fairEnd is not null;

    /// <summary>Runs until something fails, nothing can happen any more, or the limit of steps is reached.</summary>
    internal void Run()
    {
        AskAlways();
        GoOn(isSetBack: false);
    }

    /// <summary>Continues from the middle of a schedule.</summary>
    /// <param name="isSetBack">True after the world was set back: the checks before the next step are done already.</param>
    internal void GoOn(bool isSetBack)
    {
        while (Failure is null)
        {
            if (isSetBack)
            {
                isSetBack = false;
            }
            else if (IsOver())
            {
                return;
            }

            if (StepOne())
            {
                continue;
            }

            var quiet = WhenQuiet?.Invoke() ?? Quiet.Waits;
            if (quiet == Quiet.IsOver)
            {
                return;
            }

            if (quiet == Quiet.Waits && !MoveClock())
            {
                AskEventually();
                AskLeaks();
                return;
            }
        }
    }

    /// <summary>Checks before a step whether the schedule ends here.</summary>
    private bool IsOver()
    {
        if (_stranger is not null)
        {
            Fail(FailureKind.NotDeterministic, _stranger, exception: null);
            return true;
        }

        if (Steps >= _options.MaxSteps && !GoesOnFairly())
        {
            IsCutOff = _options.FairSteps == 0;
            return true;
        }

        if (Elapsed > _options.MaxTime)
        {
            IsCutOff = true;
            return true;
        }

        IsKnown = _choices.AsksForState && !_choices.IsNew(this);
        return IsKnown;
    }

    /// <summary>
    /// Begins or continues the fair end of a schedule, as long as a condition is missing: see <see cref="ExploreOptions.FairSteps"/>.
    /// </summary>
    private bool GoesOnFairly()
    {
        if (_options.FairSteps == 0)
        {
            return false;
        }

        _fairEnd ??= new FairEnd(_loops, _eventually.Where(one => !Asks(one.Name, one.Holds)));
        if (_fairEnd.IsOver())
        {
            return false;
        }

        if (Steps >= _options.MaxSteps + _options.FairSteps)
        {
            Fail(FailureKind.Livelock, $"In {_options.FairSteps} steps in which each loop had its turn, {_fairEnd.Missing}.", exception: null);
            return false;
        }

        return true;
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
            _ready[count++] = Clock; // After all loops. A timer that is due waits for the step of its loop.
        }

        var next = _ready[count == 1 ? 0 : _choices.Pick(_ready.AsSpan(0, count), isFair: _fairEnd is not null)];
        _causes?.Begin();
        _choices.Began(next);
        if (next == Clock)
        {
            MoveClock();
            return true;
        }

        Steps++;
        Run(next);
        if (_causes is not null)
        {
            _choices.Ended(_causes.End(next >= 0 ? _loops[next] : null));
        }

        AskAlways();
        return true;
    }

    private void Run(int next)
    {
        if (next == PoolThread)
        {
            _pool!.RunOne(_choices);
        }
        else if (next <= LastLink)
        {
            _links[LastLink - next].StepOne(_choices);
        }
        else
        {
            _last = next;
            _ofLoops++;
            if (Moves?.TryMove(next) == true)
            {
                return;
            }

            Touched |= 1UL << next; // A shift beyond 63 wraps, which is harmless: a world with more than 64 loops is not divided.
            Running = _loops[next];
            Running.Step();
            Running = null;
        }
    }

    /// <summary>
    /// Lists the ready loops: the one with the last step first, the others in their order. The first choice then changes least.
    /// </summary>
    private int FindReady()
    {
        if (_ready.Length < _loops.Count + _links.Count + 2)
        {
            _ready = new int[(_loops.Count + _links.Count + 2) * 2];
        }

        var count = 0;
        for (var i = 0; i < _loops.Count; i++)
        {
            var number = _last + i < _loops.Count ? _last + i : _last + i - _loops.Count;
            if (_loops[number] is { IsDestroyed: false, HasStep: true })
            {
                _ready[count++] = number;
            }
        }

        if (_pool is { HasWork: true })
        {
            _ready[count++] = PoolThread;
        }

        for (var i = 0; i < _links.Count; i++)
        {
            if (_links[i].HasWork)
            {
                _ready[count++] = LastLink - i;
            }
        }

        return count;
    }

    /// <summary>Moves the clock to the next time for which something waits.</summary>
    /// <returns>False when nothing waits.</returns>
    private bool MoveClock()
    {
        if (UntilNext() is not { } by)
        {
            return false;
        }

        Touched = ulong.MaxValue;
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

    /// <summary>Returns the time until the next event of the clock; null when nothing waits.</summary>
    internal TimeSpan? UntilNext()
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
