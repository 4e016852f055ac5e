using System.Net;
using FsmKit.Net;
using FsmKit.Simulations.Echo;
using FsmKit.Simulations.Http;
using FsmKit.Simulations.Running;

namespace FsmKit.Simulations.Frames;

/// <summary>Sessions get several frames at once, and pause, end and fail in the middle of them.</summary>
public static class FrameScenario
{
    /// <summary>Each line comes once and in no pause, and each end has the right reason.</summary>
    public static Scenario Sessions { get; } = new(
        "sessions that fail",
        SetUp,
        new ExploreOptions { Faults = EchoScenarios.Slow with { MaxDelay = TimeSpan.FromMilliseconds(20) }, IsExpected = static exception => exception is ExpectedException },
        Schedules: 400);

    private static void SetUp(World world)
    {
        Dictionary<EndPoint, Fate> fates = [];
        if (world.Choose())
        {
            // Without delays, lines and the reset behind them come at the same time.
            world.Network.Faults = world.Network.Faults with { MaxDelay = TimeSpan.Zero };
        }

        var isHalfOpen = world.Choose();
        var server = world.Loop("server");
        server.Create<GServerSock>("server", gate =>
        {
            (gate.Host, gate.Port, gate.Framing) = ("127.0.0.1", 7007, Framing.Lines(100));
            gate.ConfigureGsock = gsock => gsock.AllowHalfOpen = isHalfOpen;
            gate.Serve<LineSession>(session => (session.World, session.Fates) = (world, fates));
        });
        for (var i = 1; i <= 2; i++)
        {
            var name = $"client{i}";
            world.Loop(name, loop => loop.Create<LineClient>(name, x => (x.World, x.Fates) = (world, fates)));
        }

        world.Eventually("no session is left", () => !server.Children.OfType<LineSession>().Any());
        world.Eventually("no time was lost", () => world.Elapsed < TimeSpan.FromSeconds(2));
        Leftovers.MustBeNone(world, () => [server]);
    }
}
