using CommitSample;

namespace FsmKit.Testing.Tests.Samples;

/// <summary>The two-phase commit of the samples.</summary>
public sealed class CommitTests
{
    private static readonly ExploreOptions Options = new() { Schedules = 2_000 };

    [Fact]
    public void All_participants_do_what_was_decided_whatever_crashes() =>
        Assert.Equal(0, SampleSystem.Survives(static world => CommitSystem.SetUp(world, isHasty: false), Options).CutOff);

    [Fact]
    public void A_coordinator_that_tells_a_decision_before_the_disk_has_it_is_found() =>
        SampleSystem.Finds(static world => CommitSystem.SetUp(world, isHasty: true), Options, FailureKind.Invariant, FailureKind.Refused);
}
