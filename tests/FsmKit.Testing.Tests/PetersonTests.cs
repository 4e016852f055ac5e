using FsmKit.Testing.Tests.Systems.Peterson;

namespace FsmKit.Testing.Tests;

/// <summary>Peterson's mutual exclusion of two processes, over a memory that serves one access after the other.</summary>
[Trait("Category", "Slow")]
public sealed class PetersonTests
{
    [Fact]
    public void A_turn_that_is_written_before_the_flag_is_found() =>
        Found.ByChance(FailureKind.Invariant, world => PetersonSystem.SetUp(world, x => x.WritesTurnFirst = true));

    [Fact]
    public void A_turn_that_is_given_to_oneself_is_found() =>
        Found.ByChance(FailureKind.Invariant, world => PetersonSystem.SetUp(world, x => x.IsSelfish = true));

    [Fact]
    public void The_correct_processes_survive() => Found.NothingByChance(world => PetersonSystem.SetUp(world));

    [Fact]
    public void Every_way_of_one_look_is_right() => Found.NothingInAnyWay(world => PetersonSystem.SetUp(world, looks: 1));
}
