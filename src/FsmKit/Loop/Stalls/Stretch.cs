namespace FsmKit;

/// <summary>Measures how long one activity has been going on, by repeated checks.</summary>
internal struct Stretch
{
    private uint _number;

    /// <summary>Time from the first check that saw the activity to the last one.</summary>
    public TimeSpan Lasted { get; private set; }

    /// <summary>Checks again whether the same activity is going on.</summary>
    /// <param name="number">Number of the activity.</param>
    /// <param name="isGoingOn">Whether an activity is going on.</param>
    /// <param name="passed">Time since the last check.</param>
    public void Look(uint number, bool isGoingOn, TimeSpan passed)
    {
        var isSame = isGoingOn && _number == number + 1;
        Lasted = isSame ? Lasted + passed : TimeSpan.Zero;

        // The number plus one, so that zero means no activity.
        _number = isGoingOn ? number + 1 : 0;
    }

    public void Reset() => (_number, Lasted) = (0, TimeSpan.Zero);
}
