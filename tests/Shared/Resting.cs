using Xunit;

namespace FsmKit.TestShared;

/// <summary>Loops over a network in memory that run until they have nothing to do at this point of time.</summary>
internal static class Resting
{
    private const int MostCycles = 1_000_000;

    /// <summary>Runs cycles of the loop.</summary>
    /// <param name="app">The loop.</param>
    /// <param name="reactor">Reactor of the loop.</param>
    /// <param name="moves">Moves parts outside the loop, in each cycle, and returns whether one has moved. Null: no such parts.</param>
    public static void Settle(this GAplic app, MemoryReactor reactor, Func<bool>? moves = null)
    {
        for (var i = 0; app.RunOnce() | reactor.IsReady | (moves?.Invoke() ?? false); i++)
        {
            Assert.True(i < MostCycles, "The loop does not come to rest.");
        }
    }
}
