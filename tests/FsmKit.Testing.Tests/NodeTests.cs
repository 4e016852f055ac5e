using FsmKit.Testing.Tests.Systems.Journal;
using FsmKit.Testing.Tests.Systems.Small;

namespace FsmKit.Testing.Tests;

/// <summary>A process that ends at any moment and begins again with the files on its disk.</summary>
public sealed class NodeTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static void SetUp(World world, bool isHasty)
    {
        var link = world.Link(new LinkFaults { Losses = 0.25, Repeats = 0.25, Most = 4 });
        var node = world.Node("ledger", node => node.Loop!.Create<Ledger>("ledger", x => (x.Disk, x.Link, x.IsHasty) = (node.Disk, link, isHasty)));
        var depositor = world.Loop("depositor").Create<Depositor>("depositor", x => (x.Node, x.Link, x.Count) = (node, link, 4));
        node.MayCrash(within: Second / 2, downFor: Second);
        world.Eventually(
            "the ledger has what was said to be kept",
            () => node.Loop!.Children.OfType<Ledger>().Single().Numbers is var numbers && Enumerable.Range(1, depositor.Kept).All(numbers.Contains));
    }

    [Fact]
    public void A_ledger_that_flushes_before_it_promises_loses_nothing() => Found.NothingByChance(static world => SetUp(world, isHasty: false));

    [Fact]
    public void A_ledger_that_promises_too_early_is_found() => Found.ByChance(FailureKind.Eventually, static world => SetUp(world, isHasty: true));

    [Fact]
    public void A_process_that_does_not_run_is_not_killed_and_one_that_runs_not_started() =>
        Explore.Run(
            static world =>
            {
                var node = world.Node("node", static node => node.Loop!.Create<Worker>());
                node.Start();
                Assert.Equal(1, node.Starts);
                node.Kill();
                node.Kill();
                Assert.Null(node.Loop);
                node.Start();
                Assert.Equal((2, "node"), (node.Starts, node.Loop!.Name));
                world.Eventually("there is one", () => world.Count<Worker>() == 1);
            },
            new ExploreOptions { Schedules = 5 });

    [Fact]
    public void A_trace_shows_its_end_and_its_next_start()
    {
        var trace = Simulation.Run(1, static world =>
        {
            var node = world.Node("node", static node => node.Loop!.Create<Worker>());
            world.Loop("killer", _ =>
            {
                node.Kill();
                node.Start();
            });
        });
        Assert.Equal(["killer -> node: is killed", "killer -> node: is started again"], trace.Steps.Select(static step => $"{step.Source} -> {step.Target}: {step.Text}"));
    }

    [Fact]
    public void A_fault_while_it_starts_fails_the_schedule() =>
        Assert.Equal(FailureKind.Fault, Explore.Find(static world => world.Node("node", static _ => throw new InvalidOperationException("no disk"))).Failure?.Kind);
}
