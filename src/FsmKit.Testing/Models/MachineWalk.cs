using FsmKit.Testing.Choosing;

namespace FsmKit.Testing.Models;

/// <summary>Chooses at random, except for given first choices and for the acts that a guide wants.</summary>
internal sealed class MachineWalk(ulong seed) : Chooser
{
    private readonly List<int> _taken = [];
    private Dice _dice = new(seed);

    /// <summary>Choices that the next schedule begins with, those of a guide included.</summary>
    public IReadOnlyList<int> First { get; set; } = [];

    /// <summary>The next choice; null leaves it to the first choices and to chance.</summary>
    public int? Wanted { get; set; }

    /// <summary>Choices of the schedule so far.</summary>
    public IReadOnlyList<int> Taken => _taken;

    public override void Begin() => _taken.Clear();

    public override int Pick(ReadOnlySpan<int> ready) => _dice.Next(ready.Length);

    public override int Value(int count)
    {
        var value = Wanted ?? (_taken.Count < First.Count ? Math.Min(First[_taken.Count], count - 1) : _dice.Next(count));
        Wanted = null;
        _taken.Add(value);
        return value;
    }

    /// <summary>Returns a random number that is no choice of the schedule.</summary>
    public int Beside(int count) => _dice.Next(count);
}
