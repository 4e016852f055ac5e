using FsmKit.Net;
using FsmKit.Simulations.Http;
using FsmKit.Simulations.Running;

namespace FsmKit.Simulations.Restarting;

/// <summary>An HTTP server is stopped and started in any order, with clients that want an answer all the same.</summary>
public static class RestartingScenario
{
    /// <summary>Each stop is told once, unless a start comes first, and in the end every client has its answer.</summary>
    public static Scenario Restarting { get; } = new("http restarting", SetUp, new ExploreOptions { Faults = HttpScenarios.Slow }, Schedules: 150);

    private static void SetUp(World world)
    {
        var caretaker = world.Loop("server").Create<Caretaker>("caretaker", x => x.World = world);
        for (var i = 1; i <= 2; i++)
        {
            var name = $"client{i}";
            world.Loop(name, loop => loop.Create<Visitor>(name, x => x.World = world));
        }

        world.Always("a server that does not serve does not accept", () => caretaker.Http is { StateName: "Serving" } or { ServerSock.IsPaused: true });
        world.Eventually("the end of each stop was told", () => !caretaker.IsStopping && caretaker.Http.StateName == "Serving");
        world.Eventually("no time was lost", () => world.Elapsed < TimeSpan.FromSeconds(10));
        Leftovers.MustBeNone(world, () => [caretaker.Gaplic]);
    }
}
