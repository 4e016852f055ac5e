using System.Collections.Concurrent;
using FsmKit.Testing.Tests.Systems.Commit;
using FsmKit.Testing.Tests.Systems.Small;

namespace FsmKit.Testing.Tests;

/// <summary>Explorations by several threads. The calling thread gets failures and progress.</summary>
public sealed class WorkersTests
{
    private static void Faulty(World world) => CommitSystem.SetUp(world, clients: 2);

    [Fact]
    public void Several_workers_run_each_schedule_once_between_them()
    {
        var threads = new ConcurrentDictionary<int, bool>();
        var found = Explore.Run(
            world =>
            {
                threads[Environment.CurrentManagedThreadId] = true;
                world.Loop("worker").Create<Worker>().Post(new EvDo(1));
            },
            new ExploreOptions { Workers = 3, Schedules = 1_000 });
        Assert.Equal((1_000, 1_000L, 3), (found.Schedules, found.Steps, threads.Count));
    }

    [Trait("Category", "Slow")]
    [Fact]
    public void The_same_failure_is_found_each_time_however_fast_each_worker_is()
    {
        var options = new ExploreOptions { Workers = 3, Seed = 7, Schedules = 20_000 };
        var first = Explore.Find(Faulty, options).Failure!;
        for (var i = 0; i < 5; i++)
        {
            var again = Explore.Find(Faulty, options).Failure!;
            Assert.Equal((first.Schedule, first.Choices), (again.Schedule, again.Choices));
        }
    }

    [Fact]
    public void No_worker_is_a_mistake() => Assert.Throws<ArgumentOutOfRangeException>(static () => new ExploreOptions { Workers = 0 });

    [Fact]
    public void Progress_is_told_while_it_goes_on()
    {
        var told = new List<ExploreProgress>();
        Explore.Run(
            world =>
            {
                world.Loop("worker").Create<Worker>().Post(new EvDo(1));
                world.Eventually("the progress is told", static () => true);
            },
            new ExploreOptions { Schedules = int.MaxValue, Progress = new Listener(told), Time = TimeSpan.FromSeconds(2.5), Workers = 2 });
        Assert.NotEmpty(told);
        Assert.True(told[^1].Schedules > 0 && told[^1].Steps >= told[^1].Schedules && told[^1].Elapsed >= TimeSpan.FromSeconds(1));
    }

    private sealed class Listener(List<ExploreProgress> told) : IProgress<ExploreProgress>
    {
        public void Report(ExploreProgress value) => told.Add(value);
    }
}
