namespace FsmKit.Testing.Choosing;

/// <summary>Picks a few random steps of a schedule. The length of the longest earlier schedule bounds the step numbers.</summary>
internal sealed class Moments(int count)
{
    private readonly HashSet<int> _steps = [];
    private int _longest = 16;
    private int _at;

    /// <summary>Begins a schedule and picks its steps.</summary>
    public void Begin(ref Dice dice)
    {
        _at = 0;
        _steps.Clear();
        for (var left = count; left > 0; left--)
        {
            _steps.Add(dice.Next(_longest));
        }
    }

    /// <summary>Ends a schedule.</summary>
    public void End() => _longest = Math.Max(_longest, _at);

    /// <summary>Counts a step. True when the step is one of those picked.</summary>
    public bool Next() => _steps.Contains(_at++);
}
