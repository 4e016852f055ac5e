using FsmKit.Testing.Tests.Systems.Espresso;

namespace FsmKit.Testing.Tests;

/// <summary>A coffee machine, its panel and a crazy user, after P's third tutorial.</summary>
public sealed class EspressoTests
{
    [Fact]
    public void An_answer_after_a_hasty_reset_is_found() =>
        Found.ByChance(FailureKind.Refused, world => EspressoSystem.SetUp(world, x => x.ResetsAtOnce = true));

    [Fact]
    public void Work_with_an_open_door_is_found() =>
        Found.ByChance(FailureKind.Invariant, world => EspressoSystem.SetUp(world, x => x.WorksWhileOpen = true));

    [Fact]
    public void The_correct_panel_survives() => Found.NothingByChance(world => EspressoSystem.SetUp(world));

    [Fact]
    [Trait("Category", "Slow")]
    public void Every_way_of_three_presses_is_right() => Found.NothingInAnyWay(world => EspressoSystem.SetUp(world, presses: 3));
}
