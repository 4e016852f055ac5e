using FsmKit.Net;
using FsmKit.Simulations.Running;

namespace FsmKit.Simulations.Snapshots;

/// <summary>A machine moves from loop to loop, by snapshots at moments of the schedule's choice, and does the same as one that stays.</summary>
public static class SnapshotScenario
{
    /// <summary>Jobs, timeouts and deferred events go along.</summary>
    public static Scenario Moving { get; } = new("moving by snapshots", SetUp, new ExploreOptions { Faults = MemoryFaults.None }, Schedules: 500);

    /// <summary>A machine with everything that a snapshot holds does the same at the same moments as its twin, which stays where it is.</summary>
    public static Scenario Twins { get; } = new("twins, one moving", SetUpTwins, new ExploreOptions { Faults = MemoryFaults.None }, Schedules: 150);

    private static void SetUpTwins(World world)
    {
        var staying = world.Loop("staying").Create<Twin>("twin", x => x.World = world);
        var mover = world.Loop("mover").Create<TwinMover>("mover", x => x.World = world);
        world.Loop("script").Create<TwinScript>("script", x => (x.World, x.Twins) = (world, () => [staying, mover.Moving]));
        world.Eventually("both did the same", () => Deeds(staying) == Deeds(mover.Moving));
    }

    private static string Deeds(Twin twin) => string.Join('\n', twin.Did) + "\n---\n" + string.Join('\n', twin.Children.OfType<Twin>().SelectMany(static child => child.Did));

    private static void SetUp(World world)
    {
        var moves = world.Choose(4) > 0;
        var mover = world.Loop("mover").Create<Mover>("mover", x => (x.World, x.Worker) = (world, world.Loop("worker0").Create<Worker>("worker")));
        if (!moves)
        {
            mover.Destroy();
        }

        List<Employer> employers = [];
        for (var i = 1; i <= 2; i++)
        {
            var (name, first) = ($"employer{i}", i * 100);
            world.Loop(name, loop => employers.Add(loop.Create<Employer>(name, x => (x.World, x.First, x.Worker) = (world, first, () => mover.Worker))));
        }

        world.Eventually("each job is done once, those of one employer in their order", () => employers.TrueForAll(employer =>
            mover.Worker.Done.Where(job => job / 100 == employer.First / 100).SequenceEqual(employer.Posted)));
        world.Eventually("no job took more or fewer pulses than any other", () => mover.Worker.Pulses == mover.Worker.Done.Count * 4);
        world.Eventually("no other job was done", () => mover.Worker.Done.Count == 8);
    }
}
