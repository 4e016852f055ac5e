using FsmKit.Net;
using FsmKit.Simulations.Echo;
using FsmKit.Simulations.Http;
using FsmKit.Simulations.Reconnecting;
using FsmKit.Simulations.Running;
using FsmKit.Simulations.Serving;

namespace FsmKit.Simulations.Scarcity;

/// <summary>Processes run out of descriptors, at any moment, and get some back.</summary>
public static class ScarcityScenarios
{
    // The pauses of a connex double with each failed attempt.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(100);

    /// <summary>A server and its workers, threads of one process, have too few for their clients: each is served in the end.</summary>
    public static Scenario Servers { get; } = new(
        "servers without descriptors", static world => SetUp(world, ServingScenarios.SetUp(world, kills: false, room: world.Choose(0, 2)), least: 2, Soon), ServingScenarios.Options, Schedules: 60);

    /// <summary>A client that keeps a connection has none to open it with.</summary>
    public static Scenario Connex { get; } = new(
        "connex without descriptors", static world => SetUp(world, [ReconnectingScenarios.SetUp(world, configure: null)], least: 1, Patience), ReconnectingScenarios.Options, Schedules: 100);

    /// <summary>The same where the connection is made when it is needed.</summary>
    public static Scenario ConnexOnDemand { get; } = new(
        "connex on demand without descriptors",
        static world => SetUp(world, [ReconnectingScenarios.SetUp(world, ReconnectingScenarios.ConnectOnDemand)], least: 1, Patience),
        ReconnectingScenarios.Options with { PipeCapacity = 20_000 },
        Schedules: 100);

    /// <summary>An HTTP server has too few for its clients: each request is answered in the end.</summary>
    public static Scenario Http { get; } = new("http without descriptors", SetUpHttp, HttpScenarios.Options, Schedules: 60);

    private static void SetUpHttp(World world)
    {
        var system = new HttpSystem(world) { IsQuiet = true };
        system.SetUp();
        SetUp(world, [system.Loop], least: 2, Soon);
    }

    private static void SetUp(World world, IReadOnlyList<GAplic> process, int least, TimeSpan within)
    {
        var enough = least + world.Choose(3);
        var table = world.LimitDescriptors(enough, [.. process]);
        world.Loop("rationer", loop => loop.Create<Rationer>("rationer", x => (x.World, x.Table, x.Enough) = (world, table, enough)));
        world.Eventually("no descriptor is lost", () => table.Open == process.Sum(static loop => Sockets(loop)));
        world.Eventually("a process that has descriptors again uses them soon", () => world.Elapsed < within);
    }

    private static int Sockets(GObj gobj) => gobj.Children.Sum(static child => Sockets(child) + child switch
    {
        GSock { IsConnected: true } => 1,
        GServerSock { Sockname: not null } => 1,
        _ => 0,
    });
}
