using FsmKit.Testing.Tests.Systems.Small;

namespace FsmKit.Testing.Tests;

/// <summary>Schedules that an exploration tries, and its failures.</summary>
public sealed class ExploreTests
{
    private static void Order(World world, List<string> seen, int loops, int each)
    {
        seen.Clear();
        foreach (var name in Enumerable.Range(0, loops).Select(static i => $"{(char)('a' + i)}"))
        {
            var worker = world.Loop(name).Create<Worker>(configure: x => x.Does = number => seen.Add(name + number));
            for (var number = 0; number < each; number++)
            {
                worker.Post(new EvDo(number));
            }
        }
    }

    [Theory]
    [InlineData(1, 5, 1)]
    [InlineData(2, 2, 6)] // 4! / (2! 2!)
    [InlineData(3, 2, 90)] // 6! / (2! 2! 2!)
    public void Every_interleaving_is_taken_once_and_what_is_posted_to_a_loop_keeps_its_order(int loops, int each, int ways)
    {
        List<string> seen = [];
        var all = new HashSet<string>();
        var found = Explore.Run(
            world =>
            {
                Order(world, seen, loops, each);
                world.Eventually("each way is new", () => all.Add(string.Concat(seen)));
                world.Eventually("each loop has kept its order", () => seen.GroupBy(static one => one[0]).All(static of => of.SequenceEqual(of.Order(StringComparer.Ordinal))));
            },
            new ExploreOptions { Strategy = Strategy.Exhaustive });
        Assert.Equal((ways, ways, true, (long)ways * loops * each, 0), (found.Schedules, all.Count, found.IsComplete, found.Steps, found.CutOff));
    }

    [Theory]
    [InlineData(Strategy.Random)]
    [InlineData(Strategy.Priorities)]
    [InlineData(Strategy.DelayBounded)]
    [InlineData(Strategy.Portfolio)]
    public void A_seed_explores_the_same_each_time_and_another_one_something_else(Strategy strategy)
    {
        Assert.Equal(Ways(1), Ways(1));
        Assert.NotEqual(Ways(1), Ways(2));
        Assert.True(Ways(1).Distinct().Count() > 3);

        List<string> Ways(ulong seed)
        {
            List<string> seen = [], ways = [];
            Explore.Run(
                world =>
                {
                    Order(world, seen, loops: 3, each: 3);
                    world.Eventually("it is kept", () => ways.Count < ways.Capacity + 1 && Keep(ways, seen));
                },
                new ExploreOptions { Strategy = strategy, Seed = seed, Schedules = 30 });
            return ways;
        }

        static bool Keep(List<string> ways, List<string> seen)
        {
            ways.Add(string.Concat(seen));
            return true;
        }
    }

    [Fact]
    public void An_event_that_a_state_refuses_fails_the_schedule_and_is_shrunk_to_what_it_takes()
    {
        static void SetUp(World world)
        {
            var worker = world.Loop("worker").Create<Worker>("worker");
            for (var i = 0; i < 3; i++)
            {
                world.Loop($"other{i}").Create<Worker>($"other{i}", x => x.Does = number => (number == 0 ? (Action)(() => worker.Post(new EvGo())) : () => worker.Post(new EvDo(0)))()).Post(new EvDo(i % 2));
            }
        }

        var failure = Explore.Find(SetUp).Failure;
        Assert.NotNull(failure);
        Assert.Equal(FailureKind.Refused, failure.Kind);
        Assert.Contains("mach: (Worker:worker), st: There, ev: EvGo (NOT ACCEPTED", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["EvGo", "EvGo"], failure.Trace.Steps.Where(static step => step.Target == "worker").Select(static step => step.Event));
        Assert.Null(Explore.Find(SetUp, new ExploreOptions { FailOnRefusal = false }).Failure);

        var again = Explore.Replay(failure.Choices, SetUp);
        Assert.Equal((failure.Kind, failure.Message), (again?.Kind, again?.Message));
        Assert.Equal(failure.Trace.Steps, again!.Trace.Steps);
    }

    [Fact]
    public void An_exception_of_an_action_fails_it_and_comes_with_the_failure()
    {
        var x = Assert.Throws<SimulationException>(() => Explore.Run(static world =>
            world.Loop("one").Create<Worker>("one", static x => x.Does = static _ => throw new InvalidOperationException("broken")).Post(new EvDo(7))));
        Assert.Equal(FailureKind.Fault, x.Failure.Kind);
        Assert.IsType<InvalidOperationException>(x.InnerException);
        Assert.Contains("A fault in Worker:one; the loop goes on. InvalidOperationException: broken", x.Message, StringComparison.Ordinal);
        Assert.Contains("   1  00:00:00.000  (outside) -> one  EvDo { Number = 7 }  in Here, refused", x.Message, StringComparison.Ordinal);
        Assert.Contains("To replay it: Explore.Replay(\"1:\", setUp)", x.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void So_does_one_of_the_set_up()
    {
        var failure = Explore.Find(static _ => throw new InvalidOperationException("broken")).Failure;
        Assert.Equal((FailureKind.SetUp, "The set-up of the world threw InvalidOperationException: broken"), (failure?.Kind, failure?.Message));
    }

    [Fact]
    public void What_always_holds_is_asked_after_each_step()
    {
        static void SetUp(World world)
        {
            var (sum, most) = (0, 0);
            foreach (var (name, number) in new[] { ("a", 1), ("b", -1), ("c", 1) })
            {
                world.Loop(name).Create<Worker>(name, x => x.Does = n => most = Math.Max(most, sum += n)).Post(new EvDo(number));
            }

            world.Always("the sum stays below 2", () => sum < 2);
        }

        var failure = Explore.Find(SetUp).Failure;
        Assert.Equal((FailureKind.Invariant, "It does not hold that the sum stays below 2."), (failure?.Kind, failure?.Message));
        Assert.Equal(["a", "c"], failure!.Trace.Steps.Select(static step => step.Target).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_comes_eventually_is_asked_at_the_end()
    {
        var failure = Explore.Find(static world => world.Eventually("it rains", static () => false)).Failure;
        Assert.Equal((FailureKind.Eventually, "Nothing can happen any more, and it has not come that it rains."), (failure?.Kind, failure?.Message));
    }

    [Fact]
    public void A_question_that_throws_is_a_fault()
    {
        var failure = Explore.Find(static world => world.Always("there is rain", static () => throw new InvalidOperationException("no sky"))).Failure;
        Assert.Equal((FailureKind.Fault, "The question whether there is rain threw InvalidOperationException: no sky"), (failure?.Kind, failure?.Message));
    }

    [Fact]
    public void A_hot_state_has_to_be_left()
    {
        var failure = Explore.Find(static world => world.Loop("one").Create<Waiter>("one")).Failure;
        Assert.Equal((FailureKind.Eventually, "Nothing can happen any more, and hot states are not left: Waiter:one is in Waiting."), (failure?.Kind, failure?.Message));
        Explore.Run(static world => world.Loop("one").Create<Waiter>("one").Post(new EvGo()), new ExploreOptions { MaxTime = TimeSpan.FromSeconds(20) });
    }

    [Fact]
    public void A_schedule_that_never_ends_is_cut_off_and_not_asked_for_what_comes_eventually()
    {
        static void SetUp(World world)
        {
            Worker worker = null!;
            worker = world.Loop("one").Create<Worker>("one", x => x.Does = n => worker.Post(new EvDo(n + 1)));
            worker.Post(new EvDo(0));
            world.Eventually("it ends", static () => false);
        }

        var found = Explore.Run(SetUp, new ExploreOptions { Schedules = 2, MaxSteps = 50 });
        Assert.Equal((2, 2, 100L), (found.Schedules, found.CutOff, found.Steps));
    }

    [Fact]
    public void Choices_of_the_system_are_explored_and_shrunk()
    {
        static void SetUp(World world)
        {
            var numbers = Enumerable.Range(0, 10).Select(_ => world.Choose(1000)).ToList();
            world.Check(numbers.Count(static one => one > 500) < 3, string.Join(' ', numbers));
        }

        Assert.Equal("0 0 0 0 0 0 0 501 501 501", string.Join(' ', Explore.Find(SetUp).Failure!.Message.Split(' ').Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void What_depends_on_something_else_is_told_so()
    {
        var calls = 0;
        var failure = Explore.Find(world => world.Check(calls++ != 3, "the fourth call")).Failure;
        Assert.Equal(FailureKind.NotDeterministic, failure?.Kind);
        Assert.StartsWith("The system is not deterministic: the same choices led to 'the fourth call' and, the second time, to no failure.", failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void So_is_what_another_thread_posts()
    {
        var failure = Explore.Find(static world =>
        {
            var other = world.Loop("other").Create<Worker>("other");
            world.Loop("one").Create<Worker>("one", x => x.Does = _ =>
            {
                var thread = new Thread(() => other.Post(new EvDo(1)));
                thread.Start();
                thread.Join();
            }).Post(new EvDo(0));
        }).Failure;
        Assert.Equal(FailureKind.NotDeterministic, failure?.Kind);
        Assert.Matches("^Thread [0-9]+ posted to GAplic:other, which no schedule decides", failure!.Message);
    }
}
