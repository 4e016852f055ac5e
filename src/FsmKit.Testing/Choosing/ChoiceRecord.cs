namespace FsmKit.Testing.Choosing;

/// <summary>Asks a chooser, and keeps what it said.</summary>
internal sealed class ChoiceRecord(Chooser chooser)
{
    private readonly List<int> _picks = [];
    private readonly List<int> _values = [];
    private readonly List<int> _counts = [];

    /// <summary>What was chosen.</summary>
    public Choices Taken => new(_picks, _values);

    /// <summary>Among how many, each time: another run with the same choices has the same counts, or it depends on something else.</summary>
    public IReadOnlyList<int> Counts => _counts;

    /// <summary>A schedule begins.</summary>
    public void Begin()
    {
        _picks.Clear();
        _values.Clear();
        _counts.Clear();
        chooser.Begin();
    }

    /// <summary>Decides which loop has the next step; see <see cref="Chooser.Pick"/>.</summary>
    public int Pick(ReadOnlySpan<int> ready) => Keep(_picks, chooser.Pick(ready), ready.Length);

    /// <summary>Decides anything else; nothing is kept of what has one way.</summary>
    public int Value(int count) => count == 1 ? 0 : Keep(_values, chooser.Value(count), count);

    private int Keep(List<int> list, int taken, int count)
    {
        list.Add(taken);
        _counts.Add(count);
        return taken;
    }
}
