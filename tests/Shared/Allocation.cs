namespace FsmKit.TestShared;

/// <summary>Measures the bytes that a piece of work allocates once it is warm.</summary>
internal static class Allocation
{
    private const int Rounds = 10;

    /// <summary>
    /// The bytes of the best of several rounds, so that what the runtime allocates for itself, once, when it compiles a method anew, does not
    /// count; what the work allocates counts in every round. The first ones warm it up.
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
