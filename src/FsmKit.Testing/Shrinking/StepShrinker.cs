using FsmKit.Testing.Choosing;

namespace FsmKit.Testing.Shrinking;

/// <summary>
/// Shrinks a failing schedule step by step: a step is left out together with its choices, and the choices of the other steps stay with
/// theirs. A step that is left out comes after the others, which is too late to matter.
/// </summary>
/// <param name="attempts">Runs the candidates.</param>
/// <param name="seed">Seed of the order in which single steps are left out first; null for the order of the schedule.</param>
internal sealed partial class StepShrinker(Attempts attempts, ulong? seed = null)
{
    private const int Values = 3;
    private const int Detour = 10; // Fewer steps of loops may need more steps of links.
    private FailingSchedule _best;
    private List<PlannedStep> _plan = [];

    /// <summary>Shrinks a schedule as long as a change helps.</summary>
    public FailingSchedule Shrink(FailingSchedule schedule)
    {
        _best = schedule;
        var log = new StepLog(new Repetition(schedule.Choices));
        if (attempts.Run(log, schedule.Length.Steps) is null)
        {
            return schedule;
        }

        _plan = log.Plan;
        LeaveOutByChance();
        bool better;
        do
        {
            better = LeaveLoopsOut();
            for (var length = Math.Max(1, _plan.Count / 2); length > 0; length /= 2)
            {
                better |= LeaveOut(length);
            }

            better |= ClearSteps() | VaryValues() | VaryLanes();
            better |= LeaveFollowersOut() | JoinSteps();
            better = better || LeavePairsOut();
        }
        while (better && attempts.Left > 0);
        return _best;
    }

    /// <summary>Leaves out the last steps of a loop, all of them first.</summary>
    private bool LeaveLoopsOut()
    {
        var any = false;
        foreach (var loop in _plan.Skip(1).Select(static step => step.Loop).Distinct().ToList())
        {
            var steps = _plan.Count(step => step.Loop == loop);
            for (var keep = 0; keep < steps && attempts.Left > 0; keep += Math.Max(1, (steps - keep) / 2))
            {
                var left = keep;
                if (Try([.. _plan.Where(step => step.Loop != loop || left-- > 0)]))
                {
                    (any, steps, keep) = (true, keep, steps);
                }
            }
        }

        return any;
    }

    private bool LeaveOut(int length)
    {
        const int Short = 4; // A few steps in a row, such as those of one event, are left out wherever they begin.
        var any = false;
        for (var at = _plan.Count - length; at >= 1 && attempts.Left > 0; at -= length <= Short ? 1 : length)
        {
            any |= at + length <= _plan.Count && Try([.. _plan.Take(at), .. _plan.Skip(at + length)]);
        }

        return any;
    }

    /// <summary>Leaves out two steps that need each other: a wait and what it waits for, an event and its answer.</summary>
    private bool LeavePairsOut()
    {
        for (var distance = 2; distance < _plan.Count - 1; distance++)
        {
            for (var at = _plan.Count - 1 - distance; at >= 1 && attempts.Left > 0; at--)
            {
                if (Try([.. _plan.Take(at), .. _plan.Skip(at + 1).Take(distance - 1), .. _plan.Skip(at + distance + 1)]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Gives a step no unusual choice.</summary>
    private bool ClearSteps()
    {
        var any = false;
        for (var at = 0; at < _plan.Count && attempts.Left > 0; at++)
        {
            any |= _plan[at].Values.Exists(static value => value != 0) && Try(With(at, []));
        }

        return any;
    }

    /// <summary>Tries other choices in a step: an event that is lost may save all that follows from it.</summary>
    private bool VaryValues()
    {
        var any = false;
        for (var at = 0; at < _plan.Count; at++)
        {
            for (var place = 0; at < _plan.Count && place < _plan[at].Values.Count && attempts.Left > 0; place++)
            {
                any |= VaryValue(at, place);
            }
        }

        return any;
    }

    private bool VaryValue(int at, int place)
    {
        var any = false;
        for (var value = 0; value <= Values && at < _plan.Count && place < _plan[at].Values.Count && attempts.Left > 0; value++)
        {
            if (_plan[at].Values[place] != value)
            {
                // A choice that is taken back may lead to a further one: an event that is not lost can be delayed.
                var values = _plan[at].Values;
                any |= Try(With(at, [.. values.Take(place), value, .. values.Skip(place + 1)]))
                    || (value == 0 && Try(With(at, [.. values.Take(place), value, 0, .. values.Skip(place + 1)])));
            }
        }

        return any;
    }

    /// <summary>Tries other lanes of links: another event arrives first.</summary>
    private bool VaryLanes()
    {
        var any = false;
        for (var at = 0; at < _plan.Count; at++)
        {
            foreach (var lane in _plan.Select(static step => step.Lane).OfType<int>().Distinct().ToList())
            {
                any |= attempts.Left > 0 && at < _plan.Count && _plan[at].Lane is { } old && old != lane
                    && Try([.. _plan.Take(at), _plan[at] with { Lane = lane }, .. _plan.Skip(at + 1)]);
            }
        }

        return any;
    }

    private List<PlannedStep> With(int at, List<int> values) => [.. _plan.Take(at), _plan[at] with { Values = values }, .. _plan.Skip(at + 1)];

    private bool Try(List<PlannedStep> plan)
    {
        var log = new StepLog(new PlannedWalk(plan));
        if (attempts.Run(log, _best.Length.Steps + Detour) is not { } found || !found.IsSmallerThan(_best))
        {
            return false;
        }

        (_best, _plan) = (found, log.Plan);
        return true;
    }
}
