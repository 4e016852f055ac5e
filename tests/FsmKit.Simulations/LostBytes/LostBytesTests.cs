using System.IO.Pipelines;
using FsmKit.Net;
using FsmKit.Simulations.Http;
using FsmKit.Simulations.Pool;

namespace FsmKit.Simulations.LostBytes;

/// <summary>
/// Whether the explorer finds a fault that streamed bodies once had: when the reader of a body, in another thread, caught up in the moment in which it was found to be behind, the
/// channel went on reading inside of its own reading, and bytes were lost.
/// </summary>
public sealed class LostBytesTests(ITestOutputHelper output)
{
    private const int Length = 20_000;

    private static readonly ExploreOptions Options = new() { Faults = new MemoryFaults { FragmentReceives = true }, ShrinkBudget = 300 };

    [Fact]
    public void A_pump_that_comes_back_to_its_own_bytes_is_found()
    {
        var found = Explore.Find(static world => SetUp(world, isFaulty: true), Options);
        output.WriteLine($"{found.Schedules} schedules: {found.Failure?.Message}");
        Assert.Contains("byte", found.Failure?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pump_that_owns_its_bytes_loses_none() => Explore.Run(static world => SetUp(world, isFaulty: false), Options with { Schedules = 300 });

    private static void SetUp(World world, bool isFaulty)
    {
        var server = world.Loop("server");
        var pool = new WorldPool(world) { Server = server };
        var writing = new LoopScheduler(server);
        var (reader, writer) = pool.Open(new PipeOptions(readerScheduler: pool.Scheduler, writerScheduler: writing, useSynchronizationContext: false));
        server.Create<UploadPump>("pump", x => (x.IsFaulty, x.Writer) = (isFaulty, writer));
        world.Loop("client", static loop => loop.Create<UploadClient>("client", static x => x.Length = Length));
        var end = pool.Run(() => Read(world, reader));
        world.Eventually("all is read", () => end.IsCompletedSuccessfully);
    }

    private static async Task Read(World world, PipeReader reader)
    {
        for (var at = 0L; ;)
        {
            var read = await reader.ReadAsync();
            foreach (var part in read.Buffer)
            {
                foreach (var one in part.ToArray())
                {
                    world.Check(one == Pattern.ByteAt(1, at++), "There is another byte than was sent.");
                }
            }

            reader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                world.Check(at == Length, $"{at} bytes came.");
                return;
            }
        }
    }

    /// <summary>Runs continuations of the writing end of a pipe on a loop.</summary>
    private sealed class LoopScheduler(GAplic loop) : PipeScheduler
    {
        public override void Schedule(Action<object?> action, object? state) => loop.PostCallback(action, state);
    }
}
