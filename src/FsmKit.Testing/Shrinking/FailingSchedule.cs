using FsmKit.Testing.Choosing;

namespace FsmKit.Testing.Shrinking;

/// <summary>A schedule that fails.</summary>
/// <param name="Choices">Its choices.</param>
/// <param name="Steps">Number of its steps.</param>
internal readonly record struct FailingSchedule(Choices Choices, int Steps)
{
    /// <summary>The size to minimise: first the steps, then the choices that are not 0, then the number of choices and their sum.</summary>
    private (int Steps, int Unusual, int Count, long Sum) Size => (Steps, Choices.Unusual, Choices.Count, Choices.Sum);

    public bool IsSmallerThan(FailingSchedule other) => Size.CompareTo(other.Size) < 0;
}
