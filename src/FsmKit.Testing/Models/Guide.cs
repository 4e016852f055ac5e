namespace FsmKit.Testing.Models;

/// <summary>Chooses the next act of a test.</summary>
internal abstract class Guide
{
    /// <returns>The number of an act of the <see cref="MachinePlan"/>.</returns>
    public abstract int Next(Driver driver);
}
