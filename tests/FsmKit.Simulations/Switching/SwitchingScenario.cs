using FsmKit.Http;
using FsmKit.Net;
using FsmKit.Simulations.Http;
using FsmKit.Simulations.Running;

namespace FsmKit.Simulations.Switching;

/// <summary>Clients ask for another protocol on their connections (RFC 9110 §7.8), and handlers switch to it, early, late or never.</summary>
public static class SwitchingScenario
{
    private static readonly ExploreOptions Options = new()
    {
        Faults = HttpScenarios.Slow,
        PipeCapacity = 4_000,
        MaxSteps = 50_000,
        IsExpected = static exception => exception is ExpectedException,
    };

    /// <summary>Each byte comes back, and both ends end.</summary>
    public static Scenario Switching { get; } = new("http switching", static world => SetUp(world, breaks: false), Options, Schedules: 80);

    /// <summary>The same with connections that break or are closed, and a server that is stopped.</summary>
    public static Scenario Rough { get; } = new(
        "http switching with resets", static world => SetUp(world, breaks: true), Options with { Faults = HttpScenarios.Slow with { Resets = 0.005 } }, Schedules: 80);

    private static void SetUp(World world, bool breaks)
    {
        var (handler, clients) = (new Switch(world), new List<Switcher>());
        var manager = world.Loop("server").Create<Manager>("manager", x => (x.World, x.Stops, x.Closes, x.Configure) = (world, breaks ? world.Choose(2) : 0, breaks, http => Write(http, handler)));
        for (var i = 1; i <= 2; i++)
        {
            var (name, id) = ($"client{i}", i);
            world.Loop(name, loop => clients.Add(loop.Create<Switcher>(name, x => (x.World, x.Id) = (world, id))));
        }

        Leftovers.MustBeNone(world, () => [manager.Gaplic]);
        world.Eventually("no handler is left", () => handler.Running == 0 && manager.Http.Context.InService == 0);
        world.Eventually("every channel has told its end", () => manager.Channels.Count == 0);
        world.Eventually("no time was lost", () => world.Elapsed < TimeSpan.FromSeconds(60));
        if (!breaks)
        {
            world.Eventually("every byte came back", () => clients.TrueForAll(client => client.IsServed(handler)));
        }
    }

    /// <summary>The window of the least rate is short, so that the server often looks at each connection.</summary>
    private static void Write(GHttpServer http, Switch handler)
    {
        (http.Host, http.Port, http.AsyncHandler, http.DrainTimeout) = ("127.0.0.1", 8080, handler.Answer, TimeSpan.FromSeconds(5));
        (http.MinResponseRate, http.RateWindow) = (1, TimeSpan.FromMilliseconds(400));
    }
}
