namespace FsmKit.Testing.Choosing;

/// <summary>Decides what a schedule leaves open. One of them serves many schedules, one after the other.</summary>
internal abstract class Chooser
{
    /// <summary>A schedule begins.</summary>
    public virtual void Begin()
    {
    }

    /// <summary>Decides which loop has the next step.</summary>
    /// <param name="ready">The numbers of the loops that have something to do, at least two, below zero the clock and the pool: first the one that had the last step if it is among them, then those after it in their order, then those before.</param>
    /// <returns>Its place in <paramref name="ready"/>.</returns>
    public abstract int Pick(ReadOnlySpan<int> ready);

    /// <summary>Decides anything else.</summary>
    /// <returns>A number from 0 to count - 1; 0 is what is least surprising.</returns>
    public abstract int Value(int count);

    /// <summary>The same as <see cref="Pick"/>, so that each loop that stays ready has its turn some time.</summary>
    public virtual int PickFairly(ReadOnlySpan<int> ready) => Value(ready.Length);

    /// <summary>Decides whether something happens that has a probability between 0 and 1.</summary>
    public virtual bool Chance(double probability) => Value(1 << 20) >= (1 - probability) * (1 << 20);

    /// <summary>Whether it has to know the state that the world is in now.</summary>
    public virtual bool AsksForState => false;

    /// <summary>Looks at the state that it has asked for.</summary>
    /// <returns>False when all ways that go on from it are taken, or will be: the schedule ends.</returns>
    public virtual bool IsNew(World world) => true;

    /// <summary>Whether the world of a schedule that has ended may be set back.</summary>
    public virtual bool SetsBack => false;

    /// <summary>After <see cref="End"/>: sets the world back to where the next schedule has something else.</summary>
    /// <returns>Null when it needs a new world.</returns>
    public virtual World? SetBack() => null;

    /// <summary>A schedule is over.</summary>
    /// <returns>False when there is no other one.</returns>
    public virtual bool End() => true;
}
