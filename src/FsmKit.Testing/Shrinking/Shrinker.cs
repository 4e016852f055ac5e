using FsmKit.Testing.Choosing;

namespace FsmKit.Testing.Shrinking;

/// <summary>
/// Makes the choices of a failure fewer and smaller, as long as the schedule fails in the same way. After Hypothesis, which shrinks choices too, not what came of them.
/// </summary>
/// <param name="tryOut">Runs a schedule: how many steps it has when it fails in the same way, else null.</param>
/// <param name="budget">How many runs at most.</param>
internal sealed class Shrinker(Func<Choices, int?> tryOut, int budget)
{
    private int _left = budget;
    private Choices _best;
    private int _steps;

    private delegate bool Change(List<int> list, int at, int count);

    /// <summary>Shrinks choices that lead to a failure after so many steps.</summary>
    /// <returns>The choices that are left, and how many steps they lead through.</returns>
    public (Choices Choices, int Steps) Shrink(Choices choices, int steps)
    {
        (_best, _steps) = (choices, steps);
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
        while (better && _left > 0);
        return (_best, _steps);
    }

    private static bool Remove(List<int> list, int at, int count)
    {
        list.RemoveRange(at, count);
        return true;
    }

    /// <returns>Whether that changes something.</returns>
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

    /// <summary>Leaves the end out. What is missing is 0, so zeros there say nothing.</summary>
    private bool Shorten(bool ofPicks)
    {
        var any = false;
        var count = List(ofPicks).Count;
        for (var keep = 0; keep < count && _left > 0; keep += Math.Max(1, (count - keep) / 2))
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
        for (var at = List(ofPicks).Count - length; at >= 0 && _left > 0; at -= length)
        {
            var candidate = List(ofPicks);
            any |= at + length <= candidate.Count && change(candidate, at, length) && Try(ofPicks, candidate);
        }

        return any;
    }

    /// <summary>Leaves a few out that belong together, wherever they begin: what is done with an event, say.</summary>
    private bool RemoveRuns(bool ofPicks)
    {
        const int Longest = 8;
        var any = false;
        for (var length = ofPicks ? 0 : Longest; length > 1; length--)
        {
            for (var at = List(ofPicks).Count - length; at >= 0 && _left > 0; at--)
            {
                var candidate = List(ofPicks);
                any |= at + length <= candidate.Count && Remove(candidate, at, length) && Try(ofPicks, candidate);
            }
        }

        return any;
    }

    /// <summary>Takes smaller numbers: half, three quarters and so on.</summary>
    private bool Lower(bool ofPicks)
    {
        var any = false;
        for (var at = 0; at < List(ofPicks).Count && _left > 0; at++)
        {
            for (var value = List(ofPicks)[at] / 2; at < List(ofPicks).Count && value < List(ofPicks)[at] && _left > 0; value += Math.Max(1, (List(ofPicks)[at] - value) / 2))
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

    /// <summary>Takes other ways: a loop that has its step earlier may save those of others, which no smaller number says.</summary>
    private bool Vary(bool ofPicks)
    {
        const int Ways = 3;
        var any = false;
        for (var at = 0; at < Math.Max(List(ofPicks).Count, ofPicks ? _steps : 0) && _left > 0; at++)
        {
            for (var value = 0; value <= Ways && _left > 0; value++)
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
        if (_left-- <= 0 || tryOut(candidate) is not { } steps || Size(candidate, steps).CompareTo(Size(_best, _steps)) >= 0)
        {
            return false;
        }

        (_best, _steps) = (candidate, steps);
        return true;
    }

    /// <summary>What is made small: first the steps, then what is unusual, then the choices.</summary>
    private static (int Steps, int Unusual, int Count, long Sum) Size(Choices choices, int steps) => (steps, choices.Unusual, choices.Count, choices.Sum);
}
