using FsmKit.Simulations.Http;
using FsmKit.Simulations.Running;

namespace FsmKit.Simulations.Spilling;

/// <summary>Bodies of requests go to files, on disks of all kinds.</summary>
public static class SpillingScenarios
{
    private static readonly DiskFaults Slow = new() { MaxDelay = TimeSpan.FromMilliseconds(70) };

    /// <summary>The disk is slow: each request is answered all the same, and whole.</summary>
    public static Scenario Spilling { get; } = new("http spilling", static world => new HttpSystem(world) { IsQuiet = true, Spills = Slow }.SetUp(), HttpScenarios.Options, Schedules: 40);

    /// <summary>The disk is full, or fails in the middle of a write; clients break connections off, and the server is stopped.</summary>
    public static Scenario BadDisk { get; } = new(
        "http spilling to a bad disk", SetUpBadDisk, HttpScenarios.Options with { IsExpected = static exception => exception is ExpectedException or IOException }, Schedules: 60);

    private static void SetUpBadDisk(World world)
    {
        var isQuick = world.Choose();
        if (isQuick)
        {
            world.Network.Faults = HttpScenarios.Slow with { MaxDelay = TimeSpan.Zero }; // Much happens while a part is written.
        }

        new HttpSystem(world)
        {
            Spills = new DiskFaults
            {
                MaxDelay = isQuick ? TimeSpan.Zero : Slow.MaxDelay,
                WritesPartly = true,
                WriteFailures = world.Choose(0, 0.05),
                Capacity = world.Choose(long.MaxValue, 30_000),
            },
            Aborts = world.Choose(),
            IsPooled = world.Choose(),
            Stops = world.Choose(2),
        }.SetUp();
    }
}
