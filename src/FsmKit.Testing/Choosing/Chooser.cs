namespace FsmKit.Testing.Choosing;

/// <summary>Makes the choices that a schedule leaves open. One chooser serves many schedules, one after the other.</summary>
internal abstract class Chooser
{
    /// <summary>Begins a schedule.</summary>
    public virtual void Begin()
    {
    }

    /// <summary>Chooses the loop of the next step.</summary>
    /// <param name="ready">
    /// At least two numbers of loops that have something to do; numbers below zero are the clock, the pool and links. The loop of the last
    /// step comes first if it is ready. The loops after that one follow in their order, then those before it, then the others.
    /// </param>
    /// <returns>The index in <paramref name="ready"/>.</returns>
    public abstract int Pick(ReadOnlySpan<int> ready);

    /// <summary>Called at the begin of each step, also of one without a choice.</summary>
    /// <param name="next">The number of the loop, or of the clock, the pool or a link.</param>
    public virtual void Began(int next)
    {
    }

    /// <summary>Makes any other choice.</summary>
    /// <returns>A number from 0 to count - 1; 0 is the least surprising value.</returns>
    public abstract int Value(int count);

    /// <summary>Chooses as <see cref="Pick"/> does, and gives each loop that stays ready its turn at some time.</summary>
    public virtual int PickFairly(ReadOnlySpan<int> ready) => Value(ready.Length);

    /// <summary>Chooses whether something happens, with a probability between 0 and 1.</summary>
    public virtual bool Chance(double probability) => Value(1 << 20) >= (1 - probability) * (1 << 20);

    /// <summary>Chooses the lane of a link that delivers its first event.</summary>
    /// <param name="lanes">The numbers of the lanes that have one, at least one; empty unless <see cref="AsksForCauses"/>.</param>
    /// <param name="count">Number of these lanes.</param>
    /// <returns>The place of the lane.</returns>
    public virtual int Lane(ReadOnlySpan<int> lanes, int count) => count == 1 ? 0 : Value(count);

    /// <summary>True when the chooser needs the numbers of lanes, and the cause of each step; see <see cref="Ended"/>.</summary>
    public virtual bool AsksForCauses => false;

    /// <summary>Called at the end of each step, if <see cref="AsksForCauses"/>.</summary>
    /// <param name="cause">Number of the step that posted the event of this one, from 1; 0 for the set-up, <see cref="PlannedStep.Unknown"/> for timers.</param>
    public virtual void Ended(int cause)
    {
    }

    /// <summary>True when the chooser needs to see the state of the world before each step; see <see cref="IsNew"/>.</summary>
    public virtual bool AsksForState => false;

    /// <summary>Examines the present state of the world, if <see cref="AsksForState"/>.</summary>
    /// <returns>False to end the schedule, because every continuation from this state is explored already or will be.</returns>
    public virtual bool IsNew(World world) => true;

    /// <summary>True when the world of an ended schedule may be set back instead of destroyed.</summary>
    public virtual bool SetsBack => false;

    /// <summary>Sets the world back to the point where the next schedule differs. Called after <see cref="End"/>.</summary>
    /// <returns>The world, or null when the next schedule needs a new one.</returns>
    public virtual World? SetBack() => null;

    /// <summary>Ends a schedule.</summary>
    /// <returns>False when no schedule is left.</returns>
    public virtual bool End() => true;
}
