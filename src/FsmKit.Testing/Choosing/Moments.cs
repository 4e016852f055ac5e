namespace FsmKit.Testing.Choosing;

/// <summary>A few moments by chance among the steps of a schedule; how many steps it will have is taken from those before.</summary>
internal sealed class Moments(int count)
{
    private readonly HashSet<int> _steps = [];
    private int _longest = 16;
    private int _at;

    /// <summary>A schedule begins.</summary>
    public void Begin(ref Dice dice)
    {
        _at = 0;
        _steps.Clear();
        for (var left = count; left > 0; left--)
        {
            _steps.Add(dice.Next(_longest));
        }
    }

    /// <summary>A schedule is over.</summary>
    public void End() => _longest = Math.Max(_longest, _at);

    /// <summary>Whether this step is one of them.</summary>
    public bool Next() => _steps.Contains(_at++);
}
