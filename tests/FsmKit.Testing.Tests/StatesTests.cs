using FsmKit.Testing.Tests.Systems.Espresso;
using FsmKit.Testing.Tests.Systems.Lines;
using FsmKit.Testing.Tests.Systems.Small;

namespace FsmKit.Testing.Tests;

/// <summary>A search that goes on from each state once.</summary>
public sealed class StatesTests
{
    private static readonly ExploreOptions States = new() { Strategy = Strategy.States, Schedules = 100_000 };

    private static void Independent(World world, int loops, int each)
    {
        for (var i = 0; i < loops; i++)
        {
            var worker = world.Loop($"{i}").Create<Worker>();
            for (var number = 0; number < each; number++)
            {
                worker.Post(new EvDo(number));
            }
        }
    }

    [Theory]
    [InlineData(1, 5, 6)]
    [InlineData(2, 2, 9)]
    [InlineData(3, 2, 27)] // 90 ways
    [InlineData(4, 3, 256)] // 369,600 ways
    public void Loops_that_have_nothing_to_do_with_each_other_have_few_states(int loops, int each, int states)
    {
        var found = Explore.Run(world => Independent(world, loops, each), States);
        Assert.Equal((states, true), (found.States, found.IsComplete));
        Assert.InRange(found.Schedules, 1, states * loops);
    }

    [Fact]
    public void What_differs_in_a_field_is_another_state()
    {
        static void SetUp(World world)
        {
            List<int> order = [];
            for (var i = 0; i < 3; i++)
            {
                world.Loop($"{i}").Create<Worker>(configure: x => x.Does = order.Add).Post(new EvDo(i));
            }
        }

        var found = Explore.Run(SetUp, States);
        Assert.Equal((1 + 3 + 6 + 6, 6), (found.States, found.Schedules));
    }

    [Fact]
    public void Waiting_events_without_fields_are_told_apart_by_their_types()
    {
        static HashSet<string> StatesOfPanel(Strategy strategy)
        {
            var met = new HashSet<string>();
            void SetUp(World world) => EspressoSystem.SetUp(world, panel => world.Always("the state is noted", () => met.Add(panel.StateName) || true), presses: 1);
            Assert.True(Explore.Run(SetUp, States with { Strategy = strategy }).IsComplete);
            return met;
        }

        Assert.Equal(StatesOfPanel(Strategy.Exhaustive).Order(), StatesOfPanel(Strategy.States).Order());
    }

    [Fact]
    public void Boxed_values_without_fields_are_told_apart_by_their_types()
    {
        static void SetUp(World world)
        {
            var (worker, last) = (world.Loop("worker").Create<Worker>("worker"), (object)0);
            worker.Does = number => last = number == 0 ? default(EvGo) : default(Nothing);
            world.Loop("a", _ => worker.Post(new EvDo(0)));
            world.Loop("b", _ => worker.Post(new EvDo(1)));
            world.Always("there is a value", () => last is not null);
        }

        Assert.Equal(1 + 2 + 4 + 4 + 2, Explore.Run(SetUp, States).States);
    }

    [Fact]
    public void Timers_that_come_due_together_in_another_order_are_another_state()
    {
        var orders = new HashSet<string>();
        Explore.Run(
            world =>
            {
                var (late, order) = (world.Loop("late"), "");
                foreach (var name in (string[])["a", "b"])
                {
                    var waiter = late.Create<Waiter>(name, x => x.Late = () => orders.Add(order += name));
                    world.Loop($"to {name}", _ => waiter.Post(new EvGo()));
                }
            },
            States with { MaxTime = TimeSpan.FromSeconds(15) });
        Assert.Equal(["a", "ab", "b", "ba"], orders.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_failure_is_found_as_by_every_way()
    {
        static void SetUp(World world)
        {
            var worker = world.Loop("worker").Create<Worker>("worker");
            world.Loop("a", _ => worker.Post(new EvGo()));
            world.Loop("b", _ => worker.Post(new EvDo(1)));
            world.Loop("c", _ => worker.Post(new EvGo()));
        }

        var (everyWay, everyState) = (Explore.Find(SetUp, States with { Strategy = Strategy.Exhaustive }), Explore.Find(SetUp, States));
        Assert.Equal(FailureKind.Refused, everyState.Failure?.Kind);
        Assert.Equal(everyWay.Failure?.Message, everyState.Failure?.Message);
    }

    [Fact]
    public void A_system_that_goes_round_for_ever_comes_to_its_end()
    {
        static void SetUp(World world)
        {
            Worker? one = null;
            var other = world.Loop("other").Create<Worker>("other", x => x.Does = _ => one!.Post(new EvDo(0)));
            one = world.Loop("one").Create<Worker>("one", x => x.Does = _ => other.Post(new EvDo(0)));
            one.Post(new EvDo(0));
        }

        var found = Explore.Run(SetUp, States);
        Assert.True(found.IsComplete);
        Assert.InRange(found.States, 2, 20);
    }

    [Fact]
    public void Sockets_are_not_seen_which_is_told() =>
        Assert.Contains("sockets", Assert.Throws<NotSupportedException>(static () => Explore.Find(static world => world.Loop("server").Create<LineServer>("server"), States)).Message, StringComparison.Ordinal);

    private readonly record struct Nothing;
}
