namespace FsmKit.Testing.Tests.Systems.Failover;

/// <summary>Makes a boiler, a keeper, a plug and one brewer after the other, each on a loop of its own.</summary>
internal static class FailoverSystem
{
    public static void SetUp(World world, bool trusts = false, bool forgets = false, int orders = 3, int pulls = 2)
    {
        var boiler = world.Loop("boiler").Create<Boiler>("boiler", x => x.World = world);
        var keeper = world.Loop("keeper").Create<Keeper>("keeper", x => (x.Orders, x.IsForgetful) = (orders, forgets));
        var brewers = 0;
        keeper.MakeBrewer = isReplacement =>
        {
            var name = $"brewer{++brewers}";
            return world.Loop(name).Create<Brewer>(name, x => (x.Boiler, x.Keeper, x.IsTrusting) = (boiler, keeper, trusts && isReplacement));
        };
        keeper.Begin();
        world.Loop("plug").Create<Plug>("plug", x => (x.Keeper, x.Pulls) = (keeper, pulls));
    }
}
