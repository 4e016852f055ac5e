namespace FsmKit.Testing.Choosing;

/// <summary>Asks a chooser, and keeps what it said.</summary>
internal sealed class ChoiceRecord(Chooser chooser)
{
    private readonly NumberList _picks = new();
    private readonly NumberList _values = new();
    private readonly NumberList _counts = new();

    /// <summary>What was chosen.</summary>
    public Choices Taken => new(_picks, _values);

    /// <summary>Whether choices are repeated that were made before.</summary>
    public bool IsRepeated => chooser is Repetition;

    /// <summary>Among how many, each time: another run with the same choices has the same counts, or it depends on something else.</summary>
    public IReadOnlyList<int> Counts => _counts;

    /// <inheritdoc cref="Chooser.AsksForState"/>
    public bool AsksForState => chooser.AsksForState;

    /// <inheritdoc cref="Chooser.IsNew"/>
    public bool IsNew(World world) => chooser.IsNew(world);

    /// <inheritdoc cref="Chooser.SetsBack"/>
    public bool SetsBack => chooser.SetsBack;

    /// <summary>How many choices were made.</summary>
    public ChoiceCounts Numbers => new(_picks.Count, _values.Count);

    /// <summary>Forgets those that came after so many.</summary>
    public void Rewind(ChoiceCounts to)
    {
        _picks.Truncate(to.Picks);
        _values.Truncate(to.Values);
        _counts.Truncate(to.Picks + to.Values);
    }

    /// <summary>A schedule begins.</summary>
    public void Begin()
    {
        _picks.Truncate(0);
        _values.Truncate(0);
        _counts.Truncate(0);
        chooser.Begin();
    }

    /// <summary>Decides which loop has the next step; see <see cref="Chooser.Pick"/>.</summary>
    /// <param name="ready">The numbers of what has something to do.</param>
    /// <param name="isFair">Whether each has its turn, as in <see cref="Chooser.PickFairly"/>.</param>
    public int Pick(ReadOnlySpan<int> ready, bool isFair) => Keep(_picks, isFair ? chooser.PickFairly(ready) : chooser.Pick(ready), ready.Length);

    /// <summary>Decides anything else; nothing is kept of what has one way.</summary>
    public int Value(int count) => count == 1 ? 0 : Keep(_values, chooser.Value(count), count);

    /// <summary>Decides whether something happens; nothing is kept of what is certain.</summary>
    public bool Chance(double probability) => probability > 0 && (probability >= 1 || Keep(_values, chooser.Chance(probability) ? 1 : 0, 2) == 1);

    private int Keep(NumberList list, int taken, int count)
    {
        list.Add(taken);
        _counts.Add(count);
        return taken;
    }
}
