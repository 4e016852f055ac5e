namespace FsmKit.Simulations.Timers;

/// <summary>Sets a timer as the schedule likes, also inside of its timeouts, compares it with a model, and destroys it in the end or stops it.</summary>
[GClass(Reentrancy = Reentrancy.Nested)]
[Input<EvTimeout>, Input<EvNext>]
public sealed partial class TimerUser : GObj
{
    private GTimer? _timer;
    private TimerModel _model = TimerModel.Fresh;

    /// <summary>The world that chooses for it.</summary>
    public World World { get; set; } = null!;

    /// <summary>Number of actions that are left.</summary>
    public int Left { get; set; } = 10;

    /// <summary>Whether the timer agrees with the model.</summary>
    public bool Agrees => _timer is null || (_timer.StateName == _model.State && !(_model.Due < World.Elapsed));

    /// <summary>Whether the timer runs no more.</summary>
    public bool IsOver => Left <= 0 && _model.Due is null;

    private enum State
    {
        [On<EvTimeout>(nameof(AcTimeout)), On<EvNext>(nameof(AcNext))]
        Setting,
    }

    /// <inheritdoc/>
    protected override void StartUp()
    {
        _timer = Create<GTimer>("timer");
        PlanNext();
    }

    private void PlanNext()
    {
        if (World.Choose(4) == 3)
        {
            Post(this, new EvNext());
        }
        else
        {
            StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 2, 4, 9)), new EvNext());
        }
    }

    private void AcNext()
    {
        if (Left-- > 0)
        {
            SetTimer();
            PlanNext();
            return;
        }

        if (World.Choose())
        {
            _timer!.Destroy();
            (_timer, _model) = (null, TimerModel.Fresh);
        }
        else
        {
            Set(new EvSetTimer(Timeout.InfiniteTimeSpan));
        }
    }

    private void AcTimeout()
    {
        World.Check(_model.Due == World.Elapsed, $"A timeout came at {World.Elapsed.TotalMilliseconds} ms, and {_model} was due.");
        _model = _model.Fire();
        if (World.Choose(4) == 3 && Left-- > 0)
        {
            SetTimer();
        }
    }

    private void SetTimer()
    {
        var repeats = World.Choose(null, (bool?)true, false);
        var length = World.Choose(-2, -1, 0, 1, 2, 4);
        var isEndless = length == 0 && (repeats ?? _model.Repeats);
        Set(new EvSetTimer(length == -2 ? null : TimeSpan.FromMilliseconds(isEndless ? 1 : length), _model.Interval == TimeSpan.Zero && length == -2 ? false : repeats));
    }

    private void Set(EvSetTimer e)
    {
        _model = _model.Set(in e, World.Elapsed);
        Send(_timer!, in e);
    }
}

/// <summary>Orders the next action.</summary>
public readonly record struct EvNext;
