namespace FsmKit.Testing.Choosing;

/// <summary>One step of a schedule with the choices made in it, independent of the steps around.</summary>
/// <param name="Loop">Number of the loop, or of the clock, the pool or a link. <see cref="SetUp"/> for the choices before the first step.</param>
/// <param name="Values">All choices inside the step, and those of the clock and the network after it.</param>
internal sealed record PlannedStep(int Loop, List<int> Values)
{
    /// <summary>Stands for a cause that is unknown, such as a timer.</summary>
    public const int Unknown = -1;

    /// <summary>Stands for the set-up, which is before the first step.</summary>
    public const int SetUp = int.MinValue;

    /// <summary>
    /// Place in the plan of the step that posted the event of this one; <see cref="Unknown"/> for timers, sockets and the clock.
    /// </summary>
    public int Cause { get; init; } = Unknown;

    /// <summary>Number of the lane of a link whose event this step delivers; null for other steps.</summary>
    public int? Lane { get; init; }
}
