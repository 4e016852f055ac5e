namespace FsmKit.TestShared;

/// <summary>Measures the bytes that a piece of work allocates once it is warm.</summary>
internal static class Allocation
{
    private const int Rounds = 10;

    /// <summary>
    /// Returns the bytes of the best of several rounds. Memory that the runtime allocates for itself when it compiles a method anew comes
    /// once, and does not count; memory of the work counts in every round. The first rounds warm the work up.
    /// </summary>
    public static long Of(Action round)
    {
        var least = long.MaxValue;
        for (var i = 0; i < Rounds && least > 0; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            round();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
