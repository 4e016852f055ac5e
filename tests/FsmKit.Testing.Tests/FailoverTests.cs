using FsmKit.Testing.Tests.Systems.Failover;

namespace FsmKit.Testing.Tests;

/// <summary>A coffee machine that is replaced in the midst of its work, after Coyote's tutorial of failover.</summary>
public sealed class FailoverTests
{
    [Fact]
    public void A_replacement_that_does_not_look_for_water_is_found() =>
        Found.ByChance(FailureKind.Invariant, static world => FailoverSystem.SetUp(world, trusts: true));

    [Fact]
    public void An_order_that_is_lost_with_its_brewer_is_found() =>
        Found.ByChance(FailureKind.Eventually, static world => FailoverSystem.SetUp(world, forgets: true));

    [Fact]
    public void The_correct_replacement_survives() => Found.NothingByChance(static world => FailoverSystem.SetUp(world));

    [Fact]
    public void Every_way_of_one_order_is_right() => Found.NothingInAnyWay(static world => FailoverSystem.SetUp(world, orders: 1, pulls: 1));
}
