using FsmKit.Testing.Choosing;

namespace FsmKit.Testing.Shrinking;

/// <summary>A schedule that fails.</summary>
/// <param name="Choices">Its choices.</param>
/// <param name="Length">Its length.</param>
internal readonly record struct FailingSchedule(Choices Choices, ScheduleLength Length)
{
    /// <summary>
    /// The size to minimise: first the steps of loops, which people read, then all steps, then the choices that are not 0, then the number of
    /// choices and their sum.
    /// </summary>
    private (int OfLoops, int Steps, int Unusual, int Count, long Sum) Size => (Length.OfLoops, Length.Steps, Choices.Unusual, Choices.Count, Choices.Sum);

    public bool IsSmallerThan(FailingSchedule other) => Size.CompareTo(other.Size) < 0;
}
