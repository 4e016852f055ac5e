using FsmKit.Http;
using FsmKit.Net;
using FsmKit.Simulations.Http;
using FsmKit.Simulations.Running;

namespace FsmKit.Simulations.Trickling;

/// <summary>Clients that take less per second of their answers than a server lets them, in any state of the server.</summary>
public static class TricklingScenario
{
    private static readonly byte[] Answer = new byte[6000];

    /// <summary>The server breaks such connections, and soon.</summary>
    public static Scenario Trickling { get; } = new("http trickling", SetUp, new ExploreOptions { Faults = new MemoryFaults { FragmentSends = true }, PipeCapacity = 100 }, Schedules: 50);

    private static void SetUp(World world)
    {
        var (isWritten, streams) = (world.Choose(), world.Choose());
        var manager = world.Loop("server").Create<Manager>("manager", x => (x.World, x.Configure) = (world, http => Write(http, isWritten, streams)));
        for (var i = 1; i <= 2; i++)
        {
            var name = $"client{i}";
            world.Loop(name, loop => loop.Create<Trickler>(name, x => x.World = world));
        }

        world.Eventually("every channel has told its end", () => manager.Open == 0);
        world.Eventually("no connection lasts as long as its answer would", () => world.Elapsed < TimeSpan.FromSeconds(15));
        Leftovers.MustBeNone(world, () => [manager.Gaplic]);
    }

    private static void Write(GHttpServer http, bool isWritten, bool streams)
    {
        (http.Host, http.Port, http.MinResponseRate, http.RateWindow) = ("127.0.0.1", 8080, 240, TimeSpan.FromSeconds(2));
        http.StreamBodies = streams;
        http.AsyncHandler = async (request, response) =>
        {
            while (await request.BodyReader.ReadAsync() is { IsCompleted: false } read)
            {
                request.BodyReader.AdvanceTo(read.Buffer.End);
            }

            if (isWritten)
            {
                await response.WriteAsync(Answer);
            }
            else
            {
                response.Send(Answer);
            }
        };
    }
}
