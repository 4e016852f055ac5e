namespace FsmKit.Testing.Models;

/// <summary>Says what a test does next.</summary>
internal abstract class Guide
{
    /// <returns>One of the numbers of the plan.</returns>
    public abstract int Next(Driver driver);
}
