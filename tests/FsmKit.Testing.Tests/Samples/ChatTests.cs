using FsmKit.Testing.Tests.Samples.Chat;

namespace FsmKit.Testing.Tests.Samples;

/// <summary>The chat server of the samples.</summary>
[Trait("Category", "Slow")]
public sealed class ChatTests
{
    private static readonly ExploreOptions Options = new() { Schedules = 2_000, Faults = ChatSystem.Faults };

    [Fact]
    public void Clients_that_stay_hear_the_same_lines_in_one_order_and_nothing_is_left() =>
        SampleSystem.Survives(static world => ChatSystem.SetUp(world), Options);

    [Fact]
    public void A_session_that_takes_a_read_for_a_line_is_found() =>
        SampleSystem.Finds(static world => ChatSystem.SetUp(world, static session => session.TakesReadsForLines = true), Options, FailureKind.Invariant);

    [Fact]
    public void A_room_that_is_not_told_of_a_reset_is_found() =>
        SampleSystem.Finds(static world => ChatSystem.SetUp(world, static session => session.ForgetsResets = true), Options, FailureKind.Eventually);
}
