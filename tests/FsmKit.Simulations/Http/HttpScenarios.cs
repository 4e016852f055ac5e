using FsmKit.Http;
using FsmKit.Net;
using FsmKit.Simulations.Running;

namespace FsmKit.Simulations.Http;

/// <summary>Clients that know nothing of the library ask an HTTP server.</summary>
public static class HttpScenarios
{
    /// <summary>How many bytes a body may have.</summary>
    internal const int MaxBody = 200_000;

    /// <summary>How many bytes a head may have.</summary>
    internal const int MaxHead = 4000;

    private static readonly MemoryFaults Slow = new()
    {
        FragmentSends = true, FragmentReceives = true, MaxDelay = TimeSpan.FromMilliseconds(20), ShuffleReadiness = true, SpuriousReadiness = 0.1,
    };

    private static readonly ExploreOptions Options = new()
    {
        Faults = Slow, PipeCapacity = 16_000, MaxSteps = 50_000, IsExpected = static exception => exception is ExpectedException,
    };

    /// <summary>Nothing breaks: each request is answered once, in order, and whole.</summary>
    public static Scenario Quiet { get; } = new("http", static world => SetUp(world, isQuiet: true), Options, Schedules: 200);

    /// <summary>Connections break.</summary>
    public static Scenario Rough { get; } = new(
        "http with resets", static world => SetUp(world, isQuiet: false), Options with { Faults = Slow with { Resets = 0.005, AcceptFailures = 0.1 } }, Schedules: 200);

    private static void SetUp(World world, bool isQuiet)
    {
        var pages = new Pages(world);
        var server = world.Loop("server").Create<GHttpServer>("http", http =>
        {
            (http.Host, http.Port, http.AsyncHandler) = ("127.0.0.1", 8080, pages.Answer);
            (http.MaxRequestBodySize, http.MaxRequestHeaderSize, http.StreamBodies) = (MaxBody, MaxHead, world.Choose());
            (http.KeepAliveTimeout, http.HeadTimeout) = (TimeSpan.FromSeconds(300), TimeSpan.FromSeconds(200));
        });
        List<RawClient> clients = [];
        for (var i = 1; i <= 2; i++)
        {
            var name = $"client{i}";
            world.Loop(name, loop => clients.Add(loop.Create<RawClient>(name, x => (x.World, x.Plan) = (world, MakePlan(world, isQuiet)))));
        }

        Leftovers.MustBeNone(world, () => [server.Gaplic]);
        world.Eventually("no handler is left", () => pages.Running == 0);
        if (isQuiet)
        {
            world.Eventually("every request is answered", () => clients.TrueForAll(static client => client.Plan.DropsAfter is not null
                || client.Plan.Requests[^1].IsCutOff || (client.Answers.Complete.Count == client.Plan.Answers && client.Answers.Begun is null)));
        }
    }

    private static ClientPlan MakePlan(World world, bool isQuiet)
    {
        var requests = new Requests(world).Several(3, endsBadly: true);
        return new ClientPlan(requests)
        {
            IsPipelined = world.Choose(),
            IsSlow = world.Choose(),
            HalfCloses = requests[^1].Status == 0 || world.Choose(4) == 3,
            DropsAfter = world.Choose(6) == 5 ? world.Choose(requests.Count) : null,
            MayBeCutShort = !isQuiet,
        };
    }
}
