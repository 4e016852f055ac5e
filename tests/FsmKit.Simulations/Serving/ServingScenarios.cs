using FsmKit.Net;
using FsmKit.Simulations.Echo;
using FsmKit.Simulations.Running;

namespace FsmKit.Simulations.Serving;

/// <summary>Servers that hand connections over to those of other loops, that have room for few, and that are paused.</summary>
public static class ServingScenarios
{
    internal static readonly ExploreOptions Options = new() { Faults = EchoScenarios.Slow, MaxSteps = 20_000 };

    /// <summary>One server accepts for two others, each with room for few.</summary>
    public static Scenario Workers { get; } = new("workers", static world => _ = SetUp(world, kills: false, room: world.Choose(0, 1, 2)), Options, Schedules: 100);

    /// <summary>The loop of one of them is killed at any moment.</summary>
    public static Scenario KilledWorker { get; } = new("killed worker", static world => _ = SetUp(world, kills: true, room: 0), Options, Schedules: 100);

    /// <summary>One server with room for few is paused.</summary>
    public static Scenario Gate { get; } = new("paused server", SetUpGate, Options, Schedules: 100);

    /// <summary>Makes the system, and returns the loops of the servers.</summary>
    internal static IReadOnlyList<GAplic> SetUp(World world, bool kills, int room)
    {
        List<EchoServer> workers = [];
        for (var i = 1; i <= 2; i++)
        {
            workers.Add(world.Loop($"worker{i}").Create<EchoServer>($"worker{i}", x =>
                (x.World, x.IsHalfOpen, x.Configure) = (world, true, server => (server.AutoListen, server.MaxConnections) = (false, room))));
        }

        IReadOnlyList<GServerSock> servers = [.. workers.Select(static worker => worker.Server)];
        var acceptor = world.Loop("acceptor").Create<EchoServer>("acceptor", x => (x.World, x.Configure) = (world, server => server.Workers = servers));
        if (kills)
        {
            world.Loop("killer", loop => loop.Create<Killer>("killer", x => (x.World, x.Victim) = (world, workers[0].Gaplic)));
        }
        else
        {
            world.Loop("gatekeeper", loop => loop.Create<Gatekeeper>("gatekeeper", x => (x.World, x.Servers) = (world, [acceptor.Server, .. servers])));
        }

        Finish(world, [acceptor, .. workers], isQuiet: !kills);
        return [acceptor.Gaplic, .. workers.Select(static worker => worker.Gaplic)];
    }

    private static void SetUpGate(World world)
    {
        var room = world.Choose(0, 1, 2);
        var server = world.Loop("server").Create<EchoServer>("server", x => (x.World, x.IsHalfOpen, x.Configure) = (world, true, gate => (gate.MaxConnections, gate.Backlog) = (room, 1)));
        world.Loop("gatekeeper", loop => loop.Create<Gatekeeper>("gatekeeper", x => (x.World, x.Servers) = (world, [server.Server])));
        Finish(world, [server], isQuiet: true);
    }

    private static void Finish(World world, List<EchoServer> servers, bool isQuiet)
    {
        List<EchoClient> clients = [];
        for (var i = 1; i <= 4; i++)
        {
            var name = $"client{i}";
            world.Loop(name, loop => clients.Add(loop.Create<EchoClient>(name, x => x.World = world)));
        }

        world.Eventually("no server has a connection", () => servers.TrueForAll(static server => server.Gaplic.IsDestroyed || (server.Open == 0 && server.Server.NGsocks == 0)));
        Leftovers.MustBeNone(world, () => servers.Select(static server => server.Gaplic));
        if (isQuiet)
        {
            world.Eventually("all comes back to who reads it", () => clients.TrueForAll(
                static client => client.Ending is not (EchoEnding.Waits or EchoEnding.HalfCloses) || client.Back == client.Sent));
        }
    }
}
