using FsmKit.Testing.Tests.Systems.Small;

namespace FsmKit.Testing.Tests;

/// <summary>Tasks of the pool of a world.</summary>
public sealed class PoolTests
{
    [Fact]
    public void Each_task_is_a_step_of_the_schedule_in_any_order()
    {
        List<int> done = [];
        var ways = new HashSet<string>();
        var found = Explore.Run(
            world =>
            {
                done.Clear();
                world.Loop("worker", loop =>
                {
                    for (var i = 0; i < 3; i++)
                    {
                        var number = i;
                        _ = Task.Factory.StartNew(() => done.Add(number), TestContext.Current.CancellationToken, TaskCreationOptions.None, world.Pool);
                    }
                });
                world.Eventually("all are done", () => done.Count == 3 && ways.Add(string.Concat(done)) | true);
            },
            new ExploreOptions { Strategy = Strategy.Exhaustive });
        Assert.True(found.IsComplete);
        Assert.Equal(["012", "021", "102", "120", "201", "210"], ways.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Code_that_awaits_one_goes_on_in_its_loop()
    {
        Explore.Run(world =>
        {
            var (loop, result) = (world.Loop("worker"), 0);
            var worker = loop.Create<Worker>(configure: x => x.Does = async number =>
                result = await Task.Factory.StartNew(() => number * 2, TestContext.Current.CancellationToken, TaskCreationOptions.None, world.Pool));
            worker.Post(new EvDo(21));
            world.Eventually("the result is there", () => result == 42);
        });
    }
}
