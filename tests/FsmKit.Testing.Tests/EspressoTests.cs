using FsmKit.Testing.Tests.Systems.Espresso;

namespace FsmKit.Testing.Tests;

/// <summary>A coffee machine, its panel and a crazy user, after P's third tutorial.</summary>
public sealed class EspressoTests
{
    private static void SetUp(World world, Action<ControlPanel>? configure = null, int presses = 6)
    {
        var machine = world.Loop("machine").Create<CoffeeMachine>("machine", x => x.World = world);
        var panel = world.Loop("panel").Create<ControlPanel>("panel", x =>
        {
            x.Coffee = machine;
            configure?.Invoke(x);
        });
        machine.Panel = panel;
        world.Loop("user").Create<CrazyUser>("user", x => (x.Panel, x.World, x.Presses) = (panel, world, presses));
        world.Always("the door is shut while the machine works", () => !(panel.IsBusy && panel.IsOpen));
    }

    [Fact]
    public void An_answer_after_a_hasty_reset_is_found() =>
        Found.ByChance(FailureKind.Refused, world => SetUp(world, x => x.ResetsAtOnce = true));

    [Fact]
    public void Work_with_an_open_door_is_found() =>
        Found.ByChance(FailureKind.Invariant, world => SetUp(world, x => x.WorksWhileOpen = true));

    [Fact]
    public void The_correct_panel_survives() => Found.NothingByChance(world => SetUp(world));

    [Fact]
    public void Every_way_of_three_presses_is_right() => Found.NothingInAnyWay(world => SetUp(world, presses: 3));
}
