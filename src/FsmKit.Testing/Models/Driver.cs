using FsmKit.Testing.Worlds;

namespace FsmKit.Testing.Models;

/// <summary>
/// Performs one act after the other on a gobj, each when all effects of the one before are done, and compares the gobj with its model.
/// </summary>
internal sealed class Driver(World world, MachinePlan plan, MachineWalk? walk, Guide? guide, bool failsOnRefusal) : IRowProbe
{
    private const int Most = 1_000;
    private const int Rests = 5;
    private readonly EventDice _dice = new(world, plan.Values);
    private readonly List<int> _rows = [];
    private IModel? _model;
    private string _last = "the start";
    private bool _isEnded;
    private bool _hasHappened;
    private (TimeSpan From, TimeSpan Until)? _waiting;
    private int _rests;

    /// <summary>The gobj that is tested.</summary>
    public GObj Gobj { get; private set; } = null!;

    /// <summary>Number of acts so far.</summary>
    public int Acts { get; private set; }

    public void Begin(GObj gobj, IModel? model)
    {
        (Gobj, _model) = (gobj, model);
        world.WhenQuiet = Next;
    }

    /// <summary>Returns the rows that the gobj took since the last call.</summary>
    public int[] TakeRows()
    {
        int[] rows = [.. _rows];
        _rows.Clear();
        return rows;
    }

    void IRowProbe.Begin(CyclePhase phase, GObj? source) => _hasHappened = true;

    void IRowProbe.Enter(GObj gobj, int state, int input, int row, string e, string? data, bool follows)
    {
        var isOther = gobj.Machine != plan.Table.Machine || (Gobj is not null && gobj != Gobj);
        var table = isOther && failsOnRefusal ? MachineTable.Of(gobj.Machine) : plan.Table;
        if (isOther && (!failsOnRefusal || !IsBelow(gobj)))
        {
            return;
        }

        var answering = table.Answering(state, input, row);
        if (answering >= 0 && !isOther)
        {
            _rows.Add(answering);
        }
        else if (failsOnRefusal && answering < 0 && !table.Refuses(state, input))
        {
            world.Fail(FailureKind.Refused, $"{gobj} refused {e} in {gobj.StateName}: no guard held, and the table does not say that it refuses.", exception: null);
        }
    }

    void IRowProbe.Leave(GObj gobj, int state, Outcome outcome)
    {
    }

    private bool IsBelow(GObj gobj)
    {
        var at = gobj.Parent;
        while (at is not null && at != Gobj)
        {
            at = at.Parent;
        }

        return at is not null;
    }

    private Quiet Next()
    {
        if (_waiting is { } waiting && GoesOnWaiting(waiting.From, waiting.Until))
        {
            return Quiet.Waits;
        }

        Try("The model", Compare);
        if (world.Failure is not null)
        {
            return Quiet.IsOver;
        }

        var number = _isEnded || Gobj.IsDestroyed || Gobj.IsFinished || Acts == Most ? MachinePlan.End : Choose();
        _isEnded |= number == MachinePlan.End;
        return _isEnded ? Rest() : Do(number);
    }

    private int Choose()
    {
        if (walk is not null)
        {
            walk.Wanted = guide?.Next(this);
        }

        Acts++;
        return world.Choose(plan.Count);
    }

    private Quiet Do(int number)
    {
        if (number >= plan.Wait)
        {
            return world.UntilNext() is { } by ? Wait(number == plan.Wait ? TimeSpan.MaxValue : by / 2) : Quiet.Acted;
        }

        Try("The making of an event", () => Send(plan.Make(number, _dice)!));
        return Quiet.Acted;
    }

    private void Send(object e)
    {
        _last = $"{e}";
        Gobj.Gaplic.PostCallback(() =>
        {
            plan.Deliver(Gobj, e);
            Try("The model", () => _model?.Step(e));
        });
    }

    /// <summary>Lets timers run for a few more moves of the clock after the last act, as long as there are timers.</summary>
    private Quiet Rest() => world.UntilNext() is null ? Quiet.Waits : _rests++ < Rests ? Wait(TimeSpan.MaxValue) : Quiet.IsOver;

    /// <summary>Lets the clock move until something happens or the time has passed.</summary>
    private Quiet Wait(TimeSpan most)
    {
        if (most != TimeSpan.MaxValue)
        {
            most = TimeSpan.FromMilliseconds(Math.Ceiling(most.TotalMilliseconds));
            world.Time.CreateTimer(static _ => { }, null, most, Timeout.InfiniteTimeSpan);
            most += world.Elapsed;
        }

        (_hasHappened, _waiting) = (false, (world.Elapsed, most));
        return Quiet.Waits;
    }

    /// <summary>
    /// Continues a wait. The clock also stops where a loop checks its timers and none fires, which does not end the wait.
    /// </summary>
    private bool GoesOnWaiting(TimeSpan from, TimeSpan until)
    {
        if (!_hasHappened && world.Elapsed < until && world.UntilNext() is not null && world.Failure is null)
        {
            return true;
        }

        _waiting = null;
        _last = $"waiting {world.Elapsed - from}";
        Try("The model", () => _model?.Step(new Waited(world.Elapsed - from)));
        return false;
    }

    private void Compare()
    {
        if (_model?.Differs() is { } model)
        {
            world.Fail(FailureKind.Model, $"After {_last} the model says {model}, and {Gobj} is in {Gobj.StateName}.", exception: null);
        }
    }

    private void Try(string what, Action action)
    {
        try
        {
            action();
        }
        catch (Exception x)
        {
            world.Fail(FailureKind.Fault, $"{what} threw {x.GetType().Name}: {x.Message}", x);
        }
    }
}
