namespace FsmKit.Testing.Choosing;

/// <summary>Asks a chooser, and keeps the steps and their choices as a plan.</summary>
internal sealed class StepLog(Chooser chooser) : Chooser
{
    /// <summary>The steps so far, after an entry for the set-up.</summary>
    public List<PlannedStep> Plan { get; } = [new(PlannedStep.SetUp, [])];

    public override void Begin() => chooser.Begin();

    public override int Pick(ReadOnlySpan<int> ready) => chooser.Pick(ready);

    public override int PickFairly(ReadOnlySpan<int> ready) => chooser.PickFairly(ready);

    public override void Began(int next)
    {
        chooser.Began(next);
        Plan.Add(new PlannedStep(next, []));
    }

    public override int Value(int count) => Keep(chooser.Value(count));

    public override bool Chance(double probability) => Keep(chooser.Chance(probability) ? 1 : 0) == 1;

    public override bool AsksForCauses => true;

    public override int Lane(ReadOnlySpan<int> lanes, int count)
    {
        var at = chooser.Lane(lanes, count);
        Plan[^1] = Plan[^1] with { Lane = lanes[at] };
        return at;
    }

    public override void Ended(int cause) => Plan[^1] = Plan[^1] with { Cause = cause };

    private int Keep(int value)
    {
        Plan[^1].Values.Add(value);
        return value;
    }
}
