using FsmKit.Testing.Choosing;

namespace FsmKit.Testing.Models;

/// <summary>Chooses by chance, after choices that are given, and but for what a guide wants.</summary>
internal sealed class MachineWalk(ulong seed) : Chooser
{
    private readonly List<int> _taken = [];
    private Dice _dice = new(seed);

    /// <summary>What the next schedule begins with; what was chosen there by a guide is in it.</summary>
    public IReadOnlyList<int> First { get; set; } = [];

    /// <summary>What is chosen next, whatever chance says; null leaves it to chance.</summary>
    public int? Wanted { get; set; }

    /// <summary>What the schedule has chosen so far.</summary>
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

    /// <summary>Chance beside the choices of the schedule.</summary>
    public int Beside(int count) => _dice.Next(count);
}
