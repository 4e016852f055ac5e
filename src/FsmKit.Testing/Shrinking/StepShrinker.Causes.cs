using FsmKit.Testing.Choosing;

namespace FsmKit.Testing.Shrinking;

/// <content>Changes that take along the steps that follow from a step.</content>
internal sealed partial class StepShrinker
{
    /// <summary>Leaves out a step and all that follow from it: the answers to an event, for example.</summary>
    private bool LeaveFollowersOut()
    {
        var any = false;
        for (var first = _plan.Count - 1; first >= 1 && attempts.Left > 0; first--)
        {
            any |= first < _plan.Count && (Try(Without(first, _plan)) || LoseStep(first));
        }

        return any;
    }

    /// <summary>Leaves out steps in an order by chance. The order decides where the descent ends.</summary>
    private void LeaveOutByChance()
    {
        var dice = new Dice(seed ?? 0);
        for (var left = seed is null ? 0 : _plan.Count; left > 0 && _plan.Count > 1 && attempts.Left > 0; left--)
        {
            var first = 1 + dice.Next(_plan.Count - 1);
            _ = Try(Without(first, _plan)) || LoseStep(first);
        }
    }

    /// <summary>Leaves out a step and its followers, and gives the step that posted its event another choice: an event that is lost does not come late.</summary>
    private bool LoseStep(int first)
    {
        if (_plan[first].Cause is not (>= 0 and var cause))
        {
            return false;
        }

        var values = _plan[cause].Values;
        for (var place = 0; place < values.Count && attempts.Left > 0; place++)
        {
            // An event that is lost is not delayed, so the choice after that of the loss may be missing.
            if (values[place] == 0
                && (Try(Without(first, With(cause, [.. values.Take(place), 1, .. values.Skip(place + 2)])))
                    || Try(Without(first, With(cause, [.. values.Take(place), 1, .. values.Skip(place + 1)])))))
            {
                return true;
            }
        }

        return false;
    }

    private static List<PlannedStep> Without(int first, List<PlannedStep> plan)
    {
        var gone = new HashSet<int> { first };
        for (var at = first + 1; at < plan.Count; at++)
        {
            if (gone.Contains(plan[at].Cause))
            {
                gone.Add(at);
            }
        }

        return [.. plan.Where((_, at) => !gone.Contains(at))];
    }

    /// <summary>Lets a step do the work of the next step of its loop, too: the last choice of the step may decide that it goes on.</summary>
    private bool JoinSteps()
    {
        var any = false;
        for (var at = 0; at < _plan.Count; at++)
        {
            for (var value = 1; value <= Values && at < _plan.Count && attempts.Left > 0; value++)
            {
                any |= Next(at) is { } next && Join(at, next, value);
            }
        }

        return any;
    }

    private int? Next(int at)
    {
        for (var next = at + 1; next < _plan.Count; next++)
        {
            if (_plan[next].Lane is null && (_plan[next].Loop == _plan[at].Loop || (_plan[at].Loop == PlannedStep.SetUp && _plan[next].Cause == at)))
            {
                return next;
            }
        }

        return null;
    }

    /// <summary>Joins two steps at the place of the earlier one, or of the later one.</summary>
    private bool Join(int at, int next, int value)
    {
        if (_plan[at].Values is not { Count: > 0 } values || values[^1] == value)
        {
            return false;
        }

        var joined = _plan[at] with { Values = [.. values.Take(values.Count - 1), value, .. _plan[next].Values] };
        return Try([.. _plan.Take(at), joined, .. _plan.Skip(at + 1).Where(step => !ReferenceEquals(step, _plan[next]))])
            || (at > 0 && Try([.. _plan.Where((_, i) => i != at).Select(step => ReferenceEquals(step, _plan[next]) ? joined : step)]));
    }
}
