using FsmKit.Testing.Choosing;

namespace FsmKit.Testing.Shrinking;

/// <summary>
/// Shrinks the choices of a failure to fewer and smaller ones, as long as the schedule fails in the same way. Modelled on Hypothesis, which
/// also shrinks choices and not their results.
/// </summary>
/// <param name="attempts">Runs the candidates.</param>
internal sealed class Shrinker(Attempts attempts)
{
    private Choices _best;
    private ScheduleLength _length;

    private delegate bool Change(List<int> list, int at, int count);

    /// <summary>Shrinks a schedule as long as a change helps.</summary>
    public FailingSchedule Shrink(FailingSchedule schedule)
    {
        (_best, _length) = schedule;
        bool better;
        do
        {
            better = Shorten(ofPicks: true) | Shorten(ofPicks: false);
            foreach (var ofPicks in new[] { false, true })
            {
                for (var length = Math.Max(1, List(ofPicks).Count / 2); length > 0; length /= 2)
                {
                    better |= ForEachChunk(ofPicks, length, Remove) | ForEachChunk(ofPicks, length, Zero);
                }

                better |= RemoveRuns(ofPicks) | Lower(ofPicks) | Vary(ofPicks);
            }
        }
        while (better && attempts.Left > 0);
        return new FailingSchedule(_best, _length);
    }

    private static bool Remove(List<int> list, int at, int count)
    {
        list.RemoveRange(at, count);
        return true;
    }

    /// <returns>True when a choice changes.</returns>
    private static bool Zero(List<int> list, int at, int count)
    {
        var any = false;
        for (var i = at; i < at + count; i++)
        {
            any |= list[i] != 0;
            list[i] = 0;
        }

        return any;
    }

    private List<int> List(bool ofPicks) => [.. ofPicks ? _best.Picks : _best.Values];

    private Choices With(bool ofPicks, List<int> list) => ofPicks ? _best with { Picks = list } : _best with { Values = list };

    /// <summary>Removes choices at the end. A missing choice is 0, so trailing zeros are superfluous.</summary>
    private bool Shorten(bool ofPicks)
    {
        var any = false;
        var count = List(ofPicks).Count;
        for (var keep = 0; keep < count && attempts.Left > 0; keep += Math.Max(1, (count - keep) / 2))
        {
            if (Try(ofPicks, List(ofPicks)[..keep]))
            {
                (any, count, keep) = (true, keep, 0);
            }
        }

        return any;
    }

    private bool ForEachChunk(bool ofPicks, int length, Change change)
    {
        var any = false;
        for (var at = List(ofPicks).Count - length; at >= 0 && attempts.Left > 0; at -= length)
        {
            var candidate = List(ofPicks);
            any |= at + length <= candidate.Count && change(candidate, at, length) && Try(ofPicks, candidate);
        }

        return any;
    }

    /// <summary>Removes a few choices in a row, wherever they begin: those of one event, for example.</summary>
    private bool RemoveRuns(bool ofPicks)
    {
        const int Longest = 8;
        var any = false;
        for (var length = ofPicks ? 0 : Longest; length > 1; length--)
        {
            for (var at = List(ofPicks).Count - length; at >= 0 && attempts.Left > 0; at--)
            {
                var candidate = List(ofPicks);
                any |= at + length <= candidate.Count && Remove(candidate, at, length) && Try(ofPicks, candidate);
            }
        }

        return any;
    }

    /// <summary>Tries smaller numbers: a half, three quarters and so on.</summary>
    private bool Lower(bool ofPicks)
    {
        var any = false;
        for (var at = 0; at < List(ofPicks).Count && attempts.Left > 0; at++)
        {
            for (var value = List(ofPicks)[at] / 2; at < List(ofPicks).Count && value < List(ofPicks)[at] && attempts.Left > 0; value += Math.Max(1, (List(ofPicks)[at] - value) / 2))
            {
                var candidate = List(ofPicks);
                candidate[at] = value;
                if (Try(ofPicks, candidate))
                {
                    any = true;
                    break;
                }
            }
        }

        return any;
    }

    /// <summary>Tries other values. An earlier step of one loop may save steps of others, which no smaller number achieves.</summary>
    private bool Vary(bool ofPicks)
    {
        const int Ways = 3;
        var any = false;
        for (var at = 0; at < Math.Max(List(ofPicks).Count, ofPicks ? _length.Steps : 0) && attempts.Left > 0; at++)
        {
            for (var value = 0; value <= Ways && attempts.Left > 0; value++)
            {
                var candidate = List(ofPicks);
                candidate.AddRange(Enumerable.Repeat(0, Math.Max(0, at + 1 - candidate.Count)));
                if (candidate[at] != value)
                {
                    candidate[at] = value;
                    any |= Try(ofPicks, candidate);
                }
            }
        }

        return any;
    }

    private bool Try(bool ofPicks, List<int> list)
    {
        var candidate = With(ofPicks, list);
        if (attempts.Run(new Repetition(candidate), _length.Steps) is not { Length: var length } || !new FailingSchedule(candidate, length).IsSmallerThan(new FailingSchedule(_best, _length)))
        {
            return false;
        }

        (_best, _length) = (candidate, length);
        return true;
    }
}
