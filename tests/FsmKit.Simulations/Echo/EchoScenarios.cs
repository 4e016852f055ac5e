using FsmKit.Net;
using FsmKit.Simulations.Running;
using FsmKit.Simulations.Tls;

namespace FsmKit.Simulations.Echo;

/// <summary>Clients talk to an echo server, which a gclass of the net package listens for.</summary>
public static class EchoScenarios
{
    internal static readonly MemoryFaults Slow = new()
    {
        FragmentSends = true,
        FragmentReceives = true,
        MaxDelay = TimeSpan.FromMilliseconds(50),
        ShuffleReadiness = true,
        SpuriousReadiness = 0.1,
    };

    /// <summary>Without faults every byte comes back.</summary>
    public static Scenario Quiet { get; } = new("echo", static world => SetUp(world, isQuiet: true), new ExploreOptions { Faults = Slow, MaxSteps = 20_000 });

    /// <summary>Connections break and fail. The echo is the beginning of the sent bytes.</summary>
    public static Scenario Rough { get; } = new(
        "echo with resets",
        static world => SetUp(world, isQuiet: false),
        new ExploreOptions { Faults = Slow with { Resets = 0.01, ConnectFailures = 0.1, AcceptFailures = 0.1 }, MaxSteps = 20_000 });

    /// <summary>Small pipes without faults.</summary>
    public static Scenario Narrow { get; } = new(
        "echo through narrow pipes",
        static world => SetUp(world, isQuiet: true),
        new ExploreOptions { Faults = Slow with { MaxDelay = TimeSpan.FromMilliseconds(1) }, PipeCapacity = 9000, MaxSteps = 50_000 },
        Schedules: 100);

    /// <summary>Echo over TLS without faults.</summary>
    public static Scenario Secure { get; } = new("echo over TLS", static world => SetUp(world, isQuiet: true, isSecure: true), new ExploreOptions { Faults = Slow, MaxSteps = 20_000 }, Schedules: 40);

    /// <summary>Echo over TLS with connections that break, also in their handshakes.</summary>
    public static Scenario SecureRough { get; } = new(
        "echo over TLS with resets",
        static world => SetUp(world, isQuiet: false, isSecure: true),
        new ExploreOptions { Faults = Slow with { Resets = 0.02, ConnectFailures = 0.1 }, MaxSteps = 20_000 },
        Schedules: 40);

    private static void SetUp(World world, bool isQuiet, bool isSecure = false)
    {
        var isHalfOpen = world.Choose();
        var server = world.Loop("server").Create<EchoServer>("server", x => (x.World, x.IsHalfOpen, x.Tls) = (world, isHalfOpen, isSecure ? Certificates.Server : null));
        List<EchoClient> clients = [];
        for (var i = 1; i <= 3; i++)
        {
            var name = $"client{i}";
            world.Loop(name, loop => clients.Add(loop.Create<EchoClient>(name, x => (x.World, x.Tls) = (world, isSecure ? Certificates.Client : null))));
        }

        world.Eventually("every connection has ended at the server too", () => server.Open == 0);
        Leftovers.MustBeNone(world, () => [server.Gaplic]);
        world.Eventually("nothing was waited for that was over", () => world.Elapsed < TimeSpan.FromSeconds(60));
        world.Eventually("no more comes back than was sent", () => clients.TrueForAll(static client => client.Back <= client.Sent));
        if (isQuiet)
        {
            world.Eventually("all comes back to who reads it", () => clients.TrueForAll(
                static client => client.Ending is not (EchoEnding.Waits or EchoEnding.HalfCloses) || client.Back == client.Sent));
            world.Eventually("all comes to the server when nobody drops", () => clients.Exists(
                static client => client.Ending == EchoEnding.Drops) || server.Received == clients.Sum(static client => client.Sent));
        }
    }
}
