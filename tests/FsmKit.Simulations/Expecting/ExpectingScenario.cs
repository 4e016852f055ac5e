using FsmKit.Http;
using FsmKit.Simulations.Http;
using FsmKit.Simulations.Running;

namespace FsmKit.Simulations.Expecting;

/// <summary>Clients announce a body with <c>Expect: 100-continue</c> (RFC 9110 §10.1.1), to handlers that read it late, in part or never.</summary>
public static class ExpectingScenario
{
    private static readonly ExploreOptions Options = new()
    {
        Faults = HttpScenarios.Slow,
        PipeCapacity = 4_000,
        MaxSteps = 50_000,
        IsExpected = static exception => exception is ExpectedException,
    };

    /// <summary>Each client is asked for its body where the handler reads it, and is answered.</summary>
    public static Scenario Expecting { get; } = new("http expecting", static world => SetUp(world, breaks: false), Options, Schedules: 80);

    /// <summary>The same with connections that break.</summary>
    public static Scenario Rough { get; } = new(
        "http expecting with resets", static world => SetUp(world, breaks: true), Options with { Faults = HttpScenarios.Slow with { Resets = 0.02 } }, Schedules: 80);

    private static void SetUp(World world, bool breaks)
    {
        var (handler, streams) = (new LateReader(world), world.Choose());
        var clients = new List<Expecter>();
        var manager = world.Loop("server").Create<Manager>("manager", x => (x.World, x.Configure) = (world, http => Write(http, handler, streams)));
        for (var i = 1; i <= 2; i++)
        {
            var name = $"client{i}";
            world.Loop(name, loop => clients.Add(loop.Create<Expecter>(name, x => (x.World, x.IsReadAlways, x.Id) = (world, !streams, loop.Name[^1] - '0'))));
        }

        Leftovers.MustBeNone(world, () => [manager.Gaplic]);
        world.Eventually("no handler is left", () => handler.Running == 0 && manager.Http.Context.InService == 0);
        world.Eventually("every channel has told its end", () => manager.Channels.Count == 0);
        world.Eventually("every request is answered", () => breaks || clients.TrueForAll(static client => client.IsAnswered));
        world.Eventually("no time was lost", () => world.Elapsed < TimeSpan.FromSeconds(60));
    }

    private static void Write(GHttpServer http, LateReader handler, bool streams) =>
        (http.Host, http.Port, http.AsyncHandler, http.StreamBodies) = ("127.0.0.1", 8080, handler.Answer, streams);
}
