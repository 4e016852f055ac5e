namespace FsmKit.Testing.Choosing;

/// <summary>Asks a chooser and keeps its answers.</summary>
internal sealed class ChoiceRecord(Chooser chooser)
{
    private readonly NumberList _picks = new();
    private readonly NumberList _values = new();
    private readonly NumberList _counts = new();

    /// <summary>The choices made so far.</summary>
    public Choices Taken => new(_picks, _values);

    /// <summary>True when the chooser repeats choices of an earlier run.</summary>
    public bool IsRepeated => chooser is Repetition or StepLog;

    /// <summary>
    /// The number of possibilities of each choice. Two runs with the same choices have the same counts, unless the system is not
    /// deterministic.
    /// </summary>
    public IReadOnlyList<int> Counts => _counts;

    /// <inheritdoc cref="Chooser.AsksForState"/>
    public bool AsksForState => chooser.AsksForState;

    /// <inheritdoc cref="Chooser.IsNew"/>
    public bool IsNew(World world) => chooser.IsNew(world);

    /// <inheritdoc cref="Chooser.SetsBack"/>
    public bool SetsBack => chooser.SetsBack;

    /// <summary>Number of choices made so far.</summary>
    public ChoiceCounts Numbers => new(_picks.Count, _values.Count);

    /// <summary>Removes the choices after these counts.</summary>
    public void Rewind(ChoiceCounts to)
    {
        _picks.Truncate(to.Picks);
        _values.Truncate(to.Values);
        _counts.Truncate(to.Picks + to.Values);
    }

    /// <summary>Empties the record and begins a schedule.</summary>
    public void Begin()
    {
        _picks.Truncate(0);
        _values.Truncate(0);
        _counts.Truncate(0);
        chooser.Begin();
    }

    /// <summary>Chooses the loop of the next step; see <see cref="Chooser.Pick"/>.</summary>
    /// <param name="ready">The numbers of the loops, and of the clock, the pool and links, that have something to do.</param>
    /// <param name="isFair">True to give each of them its turn, as <see cref="Chooser.PickFairly"/> does.</param>
    public int Pick(ReadOnlySpan<int> ready, bool isFair) => Keep(_picks, isFair ? chooser.PickFairly(ready) : chooser.Pick(ready), ready.Length);

    /// <inheritdoc cref="Chooser.Began"/>
    public void Began(int next) => chooser.Began(next);

    /// <inheritdoc cref="Chooser.AsksForCauses"/>
    public bool AsksForCauses => chooser.AsksForCauses;

    /// <inheritdoc cref="Chooser.Ended"/>
    public void Ended(int cause) => chooser.Ended(cause);

    /// <summary>Chooses the lane of a link; see <see cref="Chooser.Lane"/>. A choice with one possibility is not recorded.</summary>
    public int Lane(ReadOnlySpan<int> lanes, int count)
    {
        var at = chooser.Lane(lanes, count);
        return count == 1 ? at : Keep(_values, at, count);
    }

    /// <summary>Makes any other choice. A choice with one possibility is not recorded.</summary>
    public int Value(int count) => count == 1 ? 0 : Keep(_values, chooser.Value(count), count);

    /// <summary>Chooses whether something happens. A probability of 0 or 1 is not recorded.</summary>
    public bool Chance(double probability) => probability > 0 && (probability >= 1 || Keep(_values, chooser.Chance(probability) ? 1 : 0, 2) == 1);

    private int Keep(NumberList list, int taken, int count)
    {
        list.Add(taken);
        _counts.Add(count);
        return taken;
    }
}
