using FsmKit.Http;
using FsmKit.Net;
using FsmKit.Simulations.Running;

namespace FsmKit.Simulations.Http;

/// <summary>Clients that know nothing of the library ask an HTTP server.</summary>
public static class HttpScenarios
{
    /// <summary>Largest size of a body, in bytes.</summary>
    internal const int MaxBody = 200_000;

    /// <summary>Size of a body that is too long to be skipped, in bytes.</summary>
    internal const int TooLong = 450_000;

    /// <summary>Largest size of a head, in bytes.</summary>
    internal const int MaxHead = 4000;

    /// <summary>Bytes come in parts and late.</summary>
    internal static readonly MemoryFaults Slow = new()
    {
        FragmentSends = true,
        FragmentReceives = true,
        MaxDelay = TimeSpan.FromMilliseconds(20),
        ShuffleReadiness = true,
        SpuriousReadiness = 0.1,
    };

    internal static readonly ExploreOptions Options = new()
    {
        Faults = Slow,
        PipeCapacity = 16_000,
        MaxSteps = 50_000,
        IsExpected = static exception => exception is ExpectedException,
    };

    /// <summary>Without faults each request is answered once, in order, and whole.</summary>
    public static Scenario Quiet { get; } = new("http", static world => new HttpSystem(world) { IsQuiet = true }.SetUp(), Options, Schedules: 80);

    /// <summary>Connections break.</summary>
    public static Scenario Rough { get; } = new(
        "http with resets", static world => new HttpSystem(world).SetUp(), Options with { Faults = Slow with { Resets = 0.005, AcceptFailures = 0.1 } }, Schedules: 80);

    /// <summary>A gclass answers by events, at once or later, and writes long answers as they are taken.</summary>
    public static Scenario Events { get; } = new("http by events", static world => new HttpSystem(world) { IsQuiet = true, AnswersByEvents = true }.SetUp(), Options, Schedules: 80);

    /// <summary>The server is stopped in good order, and started again, while requests are under way.</summary>
    public static Scenario Stopping { get; } = new("http stopping", static world => new HttpSystem(world) { Stops = 2, AnswersByEvents = world.Choose() }.SetUp(), Options, Schedules: 80);

    /// <summary>The server is stopped while proxies still send the addresses of clients: such a connection comes after the stop.</summary>
    public static Scenario StoppingProxied { get; } = new(
        "http stopping behind a proxy", static world => new HttpSystem(world) { Stops = 2, IsBehindProxy = true }.SetUp(), Options, Schedules: 80);

    /// <summary>The server is stopped, and clients that send no more are not waited for longer than it says.</summary>
    public static Scenario StoppingInTime { get; } = new(
        "http stopping in time", static world => new HttpSystem(world) { Stops = 2, Stalls = true, Configure = static http => http.DrainTimeout = TimeSpan.FromMilliseconds(500) }.SetUp(), Options, Schedules: 80);

    /// <summary>Clients stop sending at any place, and the server gives them up.</summary>
    public static Scenario Stalling { get; } = new("http stalling", static world => new HttpSystem(world) { Stalls = true }.SetUp(), Options, Schedules: 80);

    /// <summary>Handlers run in a thread pool, and get ahead of the loop at any moment, as it does of them.</summary>
    public static Scenario Pooled { get; } = new("http in a pool", static world => new HttpSystem(world) { IsQuiet = true, IsPooled = true }.SetUp(), Options, Schedules: 40);

    /// <summary>The same with connections that break and a server that is stopped.</summary>
    public static Scenario PooledRough { get; } = new(
        "http in a pool with resets",
        static world => new HttpSystem(world) { IsPooled = true, Breaks = true, Stops = world.Choose(2) }.SetUp(),
        Options with { Faults = Slow with { Resets = 0.005 } },
        Schedules: 40);

    /// <summary>Few connections, requests and requests per connection are let in; the others are answered 503, or wait.</summary>
    public static Scenario Limited { get; } = new("http with limits", static world => new HttpSystem(world) { Configure = http => Limit(world, http) }.SetUp(), Options, Schedules: 80);

    /// <summary>The server closes connections at any moment, and what is answered comes nevertheless.</summary>
    public static Scenario Closing { get; } = new("http closing", static world => new HttpSystem(world) { Closes = true, AnswersByEvents = world.Choose() }.SetUp(), Options, Schedules: 80);

    /// <summary>Clients and handlers do what they rarely do: bodies that are none or too long, hints, and no answer.</summary>
    public static Scenario Rare { get; } = new("http rarities", static world => new HttpSystem(world) { IsQuiet = true, HasRare = true, AnswersByEvents = world.Choose() }.SetUp(), Options, Schedules: 80);

    /// <summary>A gclass answers a request a second time while a later one waits, and is refused.</summary>
    public static Scenario Wrong { get; } = new(
        "http answered twice", static world => new HttpSystem(world) { IsQuiet = true, AnswersByEvents = true, Errs = true }.SetUp(), Options with { FailOnRefusal = false }, Schedules: 40);

    private static void Limit(World world, GHttpServer http) =>
        (http.MaxConnections, http.MaximumSimultaneousRequests, http.MaxRequestsPerConnection) = (world.Choose(0, 1), world.Choose(0, 1), world.Choose(0, 1, 2));
}
