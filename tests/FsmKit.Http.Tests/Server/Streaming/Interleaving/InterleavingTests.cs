using System.Globalization;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>
/// Streamed bodies with all events in random orders. The same seed gives the same run. A failure names its seed; <c>FSMKIT_SEED</c> runs
/// that seed alone, and <c>FSMKIT_SEEDS</c> sets the number of seeds.
/// </summary>
[Trait("Category", "Slow")]
public sealed class InterleavingTests
{
    private const int Usual = 300;

    [Fact]
    public void Every_byte_arrives_in_whatever_order_handlers_pipes_and_sockets_get_their_turns()
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            var (first, count) = Number("FSMKIT_SEED") is { } one ? (one, 1) : (0, Number("FSMKIT_SEEDS") ?? Usual);
            for (var seed = first; seed < first + count; seed++)
            {
                Run(seed);
            }
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private static void Run(int seed)
    {
        try
        {
            using var run = new SeededRun(seed);
            run.Check();
        }
        catch (Exception x)
        {
            Assert.Fail($"With seed {seed}: {x}");
        }
    }

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
