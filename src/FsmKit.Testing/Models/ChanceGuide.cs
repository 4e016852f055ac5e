namespace FsmKit.Testing.Models;

/// <summary>Chooses a number of random acts.</summary>
internal sealed class ChanceGuide(MachineWalk walk, MachinePlan plan, int length) : Guide
{
    public override int Next(Driver driver) => driver.Acts < length ? 1 + walk.Beside(plan.Count - 1) : MachinePlan.End;
}
