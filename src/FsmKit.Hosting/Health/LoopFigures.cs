namespace FsmKit.Hosting;

/// <summary>Counters of a loop at one moment.</summary>
/// <param name="Gaplic">The loop that they are of. After a restart another one counts from zero.</param>
/// <param name="Stalls">Stalls so far.</param>
/// <param name="Faults">Faults so far.</param>
/// <param name="Restarts">Restarts so far.</param>
internal readonly record struct LoopFigures(GAplic? Gaplic, int Stalls, int Faults, int Restarts)
{
    public static LoopFigures Of(HostedLoop loop) => loop.Gaplic is { } gaplic
        ? new LoopFigures(gaplic, gaplic.Stalls, gaplic.Faults, loop.Restarts)
        : new LoopFigures(null, 0, 0, loop.Restarts);

    /// <summary>Returns the counts since an earlier moment.</summary>
    public LoopFigures Since(LoopFigures before) => before.Gaplic == Gaplic
        ? new LoopFigures(Gaplic, Stalls - before.Stalls, Faults - before.Faults, Restarts - before.Restarts)
        : this with { Restarts = Restarts - before.Restarts };
}
