using FsmKit.Net;
using FsmKit.Simulations.Echo;
using FsmKit.Simulations.Running;
using FsmKit.Simulations.Tls;

namespace FsmKit.Simulations.Handshakes;

/// <summary>Handshakes that one side does not take part in.</summary>
public static class StallScenario
{
    internal const int MutePort = 7008;
    internal const int SecurePort = 7007;

    internal static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(300);

    /// <summary>Longest time of a connect and of the end of a stream, with the precision of a timer.</summary>
    internal static readonly TimeSpan OnTheWay = TimeSpan.FromMilliseconds(3 * 20);

    private static readonly Lazy<TlsOptions> Server = new(static () => new TlsOptions { Certificates = Certificates.Server.Certificates, HandshakeTimeout = Timeout });

    /// <summary>Each ends in its time, on both sides.</summary>
    public static Scenario Stalled { get; } = new(
        "stalled handshakes", SetUp, new ExploreOptions { Faults = EchoScenarios.Slow with { MaxDelay = TimeSpan.FromMilliseconds(20) } }, Schedules: 150);

    internal static TlsOptions Client { get; } = new() { DangerousAcceptAnyCertificate = true, HandshakeTimeout = Timeout };

    private static void SetUp(World world)
    {
        var server = world.Loop("server").Create<EchoServer>("server", x => (x.World, x.Tls) = (world, Server.Value));
        var mute = world.Loop("mute", static loop => loop.Create<Mute>("mute"));
        for (var i = 1; i <= 3; i++)
        {
            var name = $"client{i}";
            world.Loop(name, loop => loop.Create<Staller>(name, x => (x.World, x.IsSecure) = (world, world.Choose())));
        }

        world.Eventually("a server hears of no connection without a handshake", () => server is { Open: 0, Received: 0 });
        world.Eventually("no time was lost", () => world.Elapsed <= Timeout + OnTheWay);
        Leftovers.MustBeNone(world, () => [server.Gaplic, mute]);
    }
}
