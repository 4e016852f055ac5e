namespace FsmKit.Testing.Choosing;

/// <summary>Decides what a schedule leaves open. One of them serves many schedules, one after the other.</summary>
internal abstract class Chooser
{
    /// <summary>A schedule begins.</summary>
    public virtual void Begin()
    {
    }

    /// <summary>Decides which loop has the next step.</summary>
    /// <param name="ready">The numbers of the loops that have something to do, at least two: first the one that had the last step if it is among them, then those after it in their order, then those before.</param>
    /// <returns>Its place in <paramref name="ready"/>.</returns>
    public abstract int Pick(ReadOnlySpan<int> ready);

    /// <summary>Decides anything else.</summary>
    /// <returns>A number from 0 to count - 1; 0 is what is least surprising.</returns>
    public abstract int Value(int count);

    /// <summary>A schedule is over.</summary>
    /// <returns>False when there is no other one.</returns>
    public virtual bool End() => true;
}
