using FsmKit.Http;
using FsmKit.Net;
using FsmKit.Simulations.Http;
using FsmKit.Simulations.Running;

namespace FsmKit.Simulations.Trickling;

/// <summary>Clients that take less per second of their answers than a server lets them, in any state of the server.</summary>
public static class TricklingScenario
{
    private const int MostWaiting = 2_000;

    /// <summary>The server breaks such connections, and soon.</summary>
    public static Scenario Trickling { get; } = new("http trickling", static world => SetUp(world, world.Choose(Answers)), new ExploreOptions { Faults = new MemoryFaults { FragmentSends = true }, PipeCapacity = 100 }, Schedules: 50);

    private static readonly AnswerKind[] Answers = Enum.GetValues<AnswerKind>();

    private static void SetUp(World world, AnswerKind kind)
    {
        var streams = world.Choose();
        var manager = world.Loop("server").Create<Manager>("manager", x => (x.World, x.Configure) = (world, http => Write(http, kind, streams, world)));
        for (var i = 1; i <= 2; i++)
        {
            var name = $"client{i}";
            world.Loop(name, loop => loop.Create<Trickler>(name, x => (x.World, x.Switches) = (world, kind is AnswerKind.Switched or AnswerKind.SwitchedPatiently)));
        }

        world.Always("no more waits than may", () => kind != AnswerKind.Pushed || manager.Channels.MostWaiting <= MostWaiting);
        world.Eventually("what may not wait ends its connection", () => kind is not (AnswerKind.Pushed or AnswerKind.Switched) || manager.Http.EndedFor(ChannelEndReason.OutputOverflow) > 0);
        world.Eventually("every channel has told its end", () => manager.Channels.Count == 0);
        world.Eventually("no connection lasts as long as its answer would", () => world.Elapsed < TimeSpan.FromSeconds(15));
        Leftovers.MustBeNone(world, () => [manager.Gaplic]);
    }

    private static void Write(GHttpServer http, AnswerKind kind, bool streams, World world)
    {
        (http.Host, http.Port, http.MinResponseRate, http.RateWindow) = ("127.0.0.1", 8080, 240, TimeSpan.FromSeconds(2));
        if (kind is AnswerKind.Pushed or AnswerKind.Switched)
        {
            http.OutbufOverflow = MostWaiting;
        }

        if (kind == AnswerKind.Pushed)
        {
            http.Handler = static (_, response) => LongAnswers.Push(response);
            return;
        }

        http.StreamBodies = streams;
        http.AsyncHandler = new LongAnswers(world, kind).Answer;
    }
}
