namespace FsmKit.Testing.Tests.Systems.Espresso;

/// <summary>Makes a coffee machine, its panel and a user, each on a loop of its own.</summary>
internal static class EspressoSystem
{
    public static void SetUp(World world, Action<ControlPanel>? configure = null, int presses = 6)
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
}
