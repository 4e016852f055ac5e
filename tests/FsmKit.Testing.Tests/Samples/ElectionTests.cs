using ElectionSample;

namespace FsmKit.Testing.Tests.Samples;

/// <summary>The election of the samples.</summary>
[Trait("Category", "Slow")]
public sealed class ElectionTests
{
    private static readonly ExploreOptions Options = ElectionSystem.Options with { Schedules = 2_000 };

    [Fact]
    public void A_term_has_one_leader_and_one_leader_comes() =>
        SampleSystem.Survives(static world => ElectionSystem.SetUp(world, forgetsVote: false), Options);

    [Fact]
    public void A_member_that_does_not_keep_its_vote_is_found() =>
        SampleSystem.Finds(static world => ElectionSystem.SetUp(world, forgetsVote: true), Options, FailureKind.Invariant);
}
