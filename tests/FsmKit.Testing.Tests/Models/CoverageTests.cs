using DoorSample;
using FsmKit.Testing.Tests.Systems.Small;

namespace FsmKit.Testing.Tests.Models;

/// <summary>Coverage of explorations.</summary>
public sealed class CoverageTests
{
    [Fact]
    public void An_exploration_counts_what_its_gobjs_meet()
    {
        var coverage = new Coverage();
        Explore.Run(
            static world =>
            {
                var door = world.Loop("house").Create<Door>("front");
                door.Post(new EvLock(7));
                door.Post(new EvOpen(1));
            },
            new ExploreOptions { Schedules = 3, FailOnRefusal = false, Coverage = coverage });
        var met = coverage.Of<Door>();
        Assert.Equal((2, 3, 2.0 / 3), (met.States.Met, met.States.All, met.States.Ratio));
        Assert.Equal(["Opened"], met.States.Missing);
        Assert.Equal(["Closed: EvOpen / AcOpen -> Opened", "Closed: EvClose: ignored", "Opened: EvClose -> Closed", "Locked: EvOpen [KeyFits] / AcOpen -> Opened"], met.Rows.Missing);
        Assert.Equal(["Locked: EvOpen [KeyFits] / AcOpen -> Opened, yes"], met.Guards.Missing);
        Assert.Equal(
            """
            Door: 2 of 3 states, 1 of 5 rows, 1 of 2 outcomes of guards
                 taken  guard no  row
                     0            Closed: EvOpen / AcOpen -> Opened
                     0            Closed: EvClose: ignored
                     3            Closed: EvLock / AcLock -> Locked
                     0            Opened: EvClose -> Closed
                     0         3  Locked: EvOpen [KeyFits] / AcOpen -> Opened
            States that were not met: Opened

            """,
            $"{met}");
        Assert.Equal(["GAplic", "Door"], coverage.Machines.Select(static one => one.Machine.Name).OrderDescending());
    }

    [Fact]
    public void A_refusal_inside_of_an_action_is_found_as_what_it_is()
    {
        static void SetUp(World world)
        {
            var loop = world.Loop("loop");
            var other = loop.Create<Worker>("other");
            loop.Create<Worker>("worker", x => x.Does = _ => other.Send(new EvGo())).Post(new EvDo(1));
            other.Post(new EvGo());
        }

        var failure = Explore.Find(SetUp, new ExploreOptions { Coverage = new Coverage() }).Failure;
        Assert.Equal((FailureKind.Refused, Explore.Find(SetUp).Failure?.Message), (failure?.Kind, failure?.Message));
    }

    [Fact]
    public void A_bound_that_is_not_met_lists_what_is_missing()
    {
        var coverage = new Coverage();
        Explore.Run(static world => world.Loop("house").Create<Door>("front"), new ExploreOptions { Coverage = coverage });
        coverage.Of<Door>().AssertStates(0.3);
        coverage.Of<Door>().AssertRows(0);
        var x = Assert.Throws<CoverageException>(() => coverage.Of<Door>().AssertStates());
        Assert.Equal("Door: 1 of 3 states were met, and 100 % were to be. Missing:\n  Opened\n  Locked", x.Message);
    }

    [Fact]
    public void Rows_without_an_event_and_their_guards_are_counted()
    {
        var coverage = new Coverage();
        Explore.Run(
            static world =>
            {
                var washer = world.Loop("bath").Create<Washer>("washer");
                washer.Post(new EvLoad(world.Choose(2, 5)));
                washer.Post(new EvButton());
            },
            new ExploreOptions { Coverage = coverage });
        var met = coverage.Of<Washer>();
        Assert.DoesNotContain(met.Rows.Missing, static row => row.StartsWith("Warm: Always", StringComparison.Ordinal) || row.StartsWith("Washing: Done", StringComparison.Ordinal) || row.StartsWith("Cold: After", StringComparison.Ordinal));
        Assert.DoesNotContain(met.Guards.Missing, static outcome => outcome.Contains("IsLight", StringComparison.Ordinal));
        Assert.Contains(met.Guards.Missing, static outcome => outcome == "Empty: EvLoad [Fits] / AcLoad, no");
    }
}
