using System.Net;
using FsmKit.Net.Listening;
using FsmKit.Simulations.Echo;
using FsmKit.Simulations.Http;
using FsmKit.Simulations.Running;

namespace FsmKit.Simulations.Listening;

/// <summary>Listeners and services for plain .NET code, with clients on several addresses.</summary>
public static class ListeningScenarios
{
    private static readonly ExploreOptions Options = new()
    {
        Faults = EchoScenarios.Slow,
        MaxSteps = 20_000,
        IsExpected = static exception => exception is ExpectedException,
    };

    private static readonly TimeSpan Late = TimeSpan.FromSeconds(30);

    /// <summary>Callers wait for connections of a listener, and give up; it is closed early or late.</summary>
    public static Scenario Listener { get; } = new("listener", SetUpListener, Options);

    /// <summary>A service is started, stopped and closed.</summary>
    public static Scenario Service { get; } = new("socket service", static world => SetUpService(world, most: 0), Options);

    /// <summary>The same with one or two threads for its handlers, or none when the system has none.</summary>
    public static Scenario Threaded { get; } = new("threaded socket service", static world => SetUpService(world, most: 1 + world.Choose(2)), Options);

    private static void SetUpListener(World world)
    {
        var kernel = NewKernel(world);
        var listener = new SocketListener { SocketFactory = new WorldSockets(kernel) };
        listener.Queue.Continuations = TaskCreationOptions.None;
        Add(listener, kernel.Ports[0]);
        Caller[] callers = [.. Enumerable.Range(0, 1 + world.Choose(3)).Select(_ => new Caller(world, listener))];
        kernel.IsWanted = () => Array.Exists(callers, caller => caller.IsWaiting || caller.WaitedUntil == world.Elapsed);
        for (var i = 0; i < callers.Length; i++)
        {
            var caller = callers[i];
            world.Loop($"caller{i + 1}", _ => caller.Start());
        }

        var guests = Invite(world, kernel);
        (kernel.Limit, kernel.Shortage) = (world.Choose(int.MaxValue, 1, 0), world.Choose(0, 0.2));
        world.After(TimeSpan.FromMilliseconds(world.Choose(0, 40, 400)), () =>
        {
            (kernel.Limit, kernel.Shortage) = (int.MaxValue, 0);
            Add(listener, kernel.Ports[1]);
            Add(listener, kernel.Ports[2]);
        });
        var closesEarly = world.Choose(4) == 3;
        world.After(closesEarly ? TimeSpan.FromMilliseconds(500 + world.Choose(50)) : Late, () =>
        {
            world.Check(closesEarly || guests.TrueForAll(static guest => guest.IsGreeted || guest.HasLeft), "A client waits, and callers do.");
            Outside.Run(listener.Close);
        });
        world.Eventually("every caller hears of the end", () => Array.TrueForAll(callers, static caller => caller.IsOver));
        world.Eventually("every connection was handed out, or the listener was closed", () => closesEarly || callers.Sum(static caller => caller.Served) == kernel.Accepted);
        Finish(world, kernel);
    }

    private static void Add(SocketListener listener, int port) => Outside.Run(() => listener.AddAddress(new IPEndPoint(IPAddress.Loopback, port), port));

    private static void SetUpService(World world, int most)
    {
        var kernel = NewKernel(world);
        var loop = world.Loop("service");
        var isActive = world.Choose();
        var threads = most == 0 ? null : new WorldThreads(world, most, loop, kernel.Gaplic) { Shortage = world.Choose(0, 0.3) };
        var sockets = new WorldSockets(kernel);
        var service = threads is null ? new SocketService(loop, isActive) { SocketFactory = sockets } : new ThreadedSocketService(loop, most, isActive, threads) { SocketFactory = sockets };
        var host = world.Loop("host").Create<Host>("host", x => (x.World, x.Kernel, x.Service, x.Threads) = (world, kernel, service, threads));
        (kernel.IsWanted, kernel.HasRoom, kernel.Preempt) = (() => host.IsWanted, () => service.HasRoom, host.StopBetween);
        var guests = Invite(world, kernel);
        world.Eventually("every client is served, or the service was closed", () => host.ClosesEarly || guests.Count(static guest => !guest.IsGreeted && !guest.HasLeft) <= host.Thrown);
        world.Eventually("no handler is left", () => service is not ThreadedSocketService { RunningCount: > 0 });
        Finish(world, kernel);
    }

    private static Kernel NewKernel(World world) => world.Loop("kernel").Create<Kernel>("kernel", x => (x.World, x.Ports) = (world, [7001, 7002, 7003]));

    private static List<Guest> Invite(World world, Kernel kernel)
    {
        var guests = new List<Guest>();
        for (var i = 1; i <= 4; i++)
        {
            var name = $"client{i}";
            world.Loop(name, loop => guests.Add(loop.Create<Guest>(name, x => (x.World, x.Port) = (world, kernel.Ports[world.Choose(kernel.Ports.Length)]))));
        }

        return guests;
    }

    private static void Finish(World world, Kernel kernel)
    {
        world.Eventually("no connection is left", () => kernel.Open == 0 && world.Network.Connections == 0);
        world.Eventually("no time was lost", () => world.Elapsed <= Late + TimeSpan.FromSeconds(5));
    }
}
