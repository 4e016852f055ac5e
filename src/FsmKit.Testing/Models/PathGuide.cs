namespace FsmKit.Testing.Models;

/// <summary>Chooses the acts of a path, until the gobj leaves the path.</summary>
internal sealed class PathGuide(MachineWalk walk, MachinePlan plan, MachinePath path) : Guide
{
    private const int Patience = 5;
    private readonly List<int> _begins = [];
    private int _waits;

    /// <summary>Number of steps walked.</summary>
    public int Walked { get; private set; }

    public bool IsThrough => Walked == path.Steps.Count;

    /// <summary>Returns the number of choices before a step.</summary>
    public int ChoicesBefore(int step) => step < _begins.Count ? _begins[step] : 0;

    public override int Next(Driver driver)
    {
        var before = Walked;
        foreach (var row in driver.TakeRows())
        {
            // Rows that are not on the path answer events of others: a child, the work of a state.
            Walked += !IsThrough && path.Steps[Walked].Index == row ? 1 : 0;
        }

        while (_begins.Count <= Walked)
        {
            _begins.Add(walk.Taken.Count);
        }

        _waits = Walked > before ? 0 : _waits;
        if (IsThrough || (driver.Acts > 0 && Walked == before && _waits is 0 or > Patience) || path.Steps[Walked] is not { Row: { Answer: not (Answer.Always or Answer.Done) } next } step || step.Leaf != driver.Gobj.LeafNumber)
        {
            return MachinePlan.End;
        }

        var number = next.IsOfInput ? plan.Send(next.Event) : plan.Wait;
        _waits += number == plan.Wait ? 1 : 0;
        return number;
    }
}
