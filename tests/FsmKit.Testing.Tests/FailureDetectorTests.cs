using FsmKit.Testing.Tests.Systems.FailureDetector;

namespace FsmKit.Testing.Tests;

/// <summary>A detector of nodes that are shut down, after P's fourth tutorial.</summary>
public sealed class FailureDetectorTests
{
    [Fact]
    public void A_ping_that_is_not_sent_again_is_found() =>
        Found.ByChance(FailureKind.Invariant, world => FailureDetectorSystem.SetUp(world, x => x.Attempts = 1));

    [Fact]
    public void A_notification_that_is_dropped_is_found() =>
        Found.ByChance(FailureKind.Eventually, world => FailureDetectorSystem.SetUp(world, x => x.IsForgetful = true));

    [Fact]
    public void The_correct_detector_survives() => Found.NothingByChance(world => FailureDetectorSystem.SetUp(world, nodes: 3));

    [Fact]
    public void Every_way_of_one_crash_is_right() => Found.NothingInAnyWay(world => FailureDetectorSystem.SetUp(world, x => x.Rounds = 2, strikes: 1, losses: 0));
}
