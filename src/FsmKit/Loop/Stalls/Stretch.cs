namespace FsmKit;

/// <summary>How long one thing has been going on, as seen by looking at it again and again.</summary>
internal struct Stretch
{
    private uint _number;

    /// <summary>From the first look at it until the last one.</summary>
    public TimeSpan Lasted { get; private set; }

    /// <summary>Looks again: is it still the same thing?</summary>
    /// <param name="number">Which thing is going on.</param>
    /// <param name="isGoingOn">Whether anything is.</param>
    /// <param name="passed">Since the last look.</param>
    public void Look(uint number, bool isGoingOn, TimeSpan passed)
    {
        var isSame = isGoingOn && _number == number + 1;
        Lasted = isSame ? Lasted + passed : TimeSpan.Zero;

        // One more than the number, so that zero is nothing at all.
        _number = isGoingOn ? number + 1 : 0;
    }

    public void Reset() => (_number, Lasted) = (0, TimeSpan.Zero);
}
