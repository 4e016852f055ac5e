using FsmKit.Http;
using FsmKit.Simulations.Http;
using FsmKit.Simulations.Running;

namespace FsmKit.Simulations.SlowHeads;

/// <summary>Clients take their time for the head of a request, and some never come to its end.</summary>
public static class SlowHeadScenario
{
    /// <summary>Only those that take too long are turned away, once and soon.</summary>
    public static Scenario SlowHeads { get; } = new("http slow heads", SetUp, new ExploreOptions { Faults = HttpScenarios.Slow }, Schedules: 80);

    private static void SetUp(World world)
    {
        var clients = new List<HeadSender>();
        var manager = world.Loop("server").Create<Manager>("manager", x => (x.World, x.Configure) = (world, Write));
        for (var i = 1; i <= 2; i++)
        {
            var name = $"client{i}";
            world.Loop(name, loop => clients.Add(loop.Create<HeadSender>(name, x => x.World = world)));
        }

        Leftovers.MustBeNone(world, () => [manager.Gaplic]);
        world.Eventually("every channel has told its end", () => manager.Channels.Count == 0);
        world.Eventually("every client is answered once", () => clients.TrueForAll(static client => client.IsAnswered));
        world.Eventually("no time was lost", () => world.Elapsed < TimeSpan.FromSeconds(20));
    }

    private static void Write(GHttpServer http)
    {
        (http.Host, http.Port, http.HeadTimeout, http.KeepAliveTimeout) = ("127.0.0.1", 8080, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(7));
        http.Handler = static (_, response) => response.Send("hello"u8);
    }
}
