using FsmKit.Testing.Tests.Systems.Small;

namespace FsmKit.Testing.Tests;

/// <summary>Events on a link: lost, repeated, late or kept back.</summary>
public sealed class LinkTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>Sets up a loop that posts 0, 1 and 2 to another one.</summary>
    private static void SetUp(World world, LinkFaults? faults, List<int> came, Action<World, GAplic, GAplic>? then = null)
    {
        came.Clear();
        var link = world.Link(faults);
        var to = world.Loop("to").Create<Worker>("to", x => x.Does = came.Add);
        var from = world.Loop("from").Create<Worker>("from");
        from.Does = _ =>
        {
            for (var number = 0; number < 3; number++)
            {
                link.Post(to, new EvDo(number), from);
            }
        };
        from.Post(new EvDo(0));
        then?.Invoke(world, from.Gaplic, to.Gaplic);
    }

    private static HashSet<string> Ways(LinkFaults? faults, Action<World, GAplic, GAplic>? then = null)
    {
        List<int> came = [];
        var ways = new HashSet<string>();
        Explore.Run(
            world =>
            {
                SetUp(world, faults, came, then);
                world.Eventually("it is kept", () => ways.Add(string.Concat(came)) || true);
            });
        return ways;
    }

    [Fact]
    public void Without_faults_each_comes_once_and_in_order() => Assert.Equal(["012"], Ways(null));

    [Fact]
    public void Some_are_lost() => Assert.Equal(["", "0", "01", "012", "02", "1", "12", "2"], Ways(new LinkFaults { Losses = 0.5 }).Order(StringComparer.Ordinal));

    [Fact]
    public void Only_as_many_as_may_be() => Assert.Equal(["01", "012", "02", "12"], Ways(new LinkFaults { Losses = 0.5, Most = 1 }).Order(StringComparer.Ordinal));

    [Fact]
    public void Some_come_twice() => Assert.Equal(["0012", "0112", "012", "0122"], Ways(new LinkFaults { Repeats = 0.5, Most = 1 }).Order(StringComparer.Ordinal));

    [Fact]
    public void A_late_one_is_overtaken()
    {
        var ways = Ways(new LinkFaults { Delays = 0.5, MinDelay = Second, MaxDelay = 3 * Second, Most = 1 });
        Assert.Equal(["012", "021", "120"], ways.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_comes_between_loops_that_are_kept_apart() => Assert.Equal([""], Ways(null, static (world, from, to) => world.Separate(from, to)));

    [Fact]
    public void And_all_of_it_comes_when_they_are_together_again() =>
        Assert.Equal(["012"], Ways(null, static (world, from, to) =>
        {
            world.Isolate(to);
            world.Heal();
        }));

    [Fact]
    public void What_comes_for_a_loop_that_is_gone_is_lost() =>
        Assert.Equal(["", "0", "01", "012"], Ways(null, static (world, _, to) => world.Loop("killer", _ => world.Kill(to))).Order(StringComparer.Ordinal));

    [Fact]
    public void A_trace_shows_one_event_with_its_source()
    {
        var trace = Simulation.Run(1, static world => SetUp(world, null, []));
        Assert.Equal(["(outside) from", "from to", "from to", "from to"], trace.Steps.Select(static step => $"{step.Source} {step.Target}"));
    }

    [Fact]
    public void What_is_no_gobj_has_no_loop() =>
        Explore.Run(static world => Assert.Throws<ArgumentException>(() => world.Link().Post(new Stranger(), new EvDo(1))), new ExploreOptions { Schedules = 1 });

    private sealed class Stranger : IAccept<EvDo>
    {
        public Outcome Receive(in EvDo e, GObj? source) => Outcome.Handled;
    }
}
