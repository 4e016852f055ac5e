using FsmKit.Http;
using FsmKit.Net;
using FsmKit.Simulations.Pool;
using FsmKit.Simulations.Running;
using FsmKit.Simulations.Spilling;

namespace FsmKit.Simulations.Http;

/// <summary>An HTTP server with clients, each on a loop of its own.</summary>
/// <param name="world">The world that it is in.</param>
internal sealed class HttpSystem(World world)
{
    private readonly Pages _pages = new(world);
    private readonly List<RawClient> _clients = [];
    private WorldPool? _pool;
    private SpillFiles? _files;
    private bool _streams;

    /// <summary>Whether nothing breaks, so that each request is answered.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>Whether a gclass answers, and no handler.</summary>
    public bool AnswersByEvents { get; init; }

    /// <summary>Whether the server closes connections, at any moment.</summary>
    public bool Closes { get; init; }

    /// <summary>Whether the last request of a client has something that is rare.</summary>
    public bool HasRare { get; init; }

    /// <summary>Whether the gclass that answers also sends answers a second time.</summary>
    public bool Errs { get; init; }

    /// <summary>Number of stops of the server.</summary>
    public int Stops { get; init; }

    /// <summary>Whether connections break.</summary>
    public bool Breaks { get; init; }

    /// <summary>Whether clients break connections off in the middle, and handlers abort requests.</summary>
    public bool Aborts { get; init; }

    /// <summary>The faults of the disk that bodies go to; null keeps them in memory.</summary>
    public DiskFaults? Spills { get; init; }

    /// <summary>Whether clients stop sending.</summary>
    public bool Stalls { get; init; }

    /// <summary>Whether a proxy stands before the server, and sends the address of the client first.</summary>
    public bool IsBehindProxy { get; init; }

    /// <summary>Whether handlers run in a thread pool, which the schedule decides on.</summary>
    public bool IsPooled { get; init; }

    /// <summary>The loop of the server.</summary>
    public GAplic Loop { get; private set; } = null!;

    /// <summary>Writes more parameters of the server.</summary>
    public Action<GHttpServer>? Configure { get; init; }

    /// <summary>Makes the loops, and states the rules of the system.</summary>
    public void SetUp()
    {
        _streams = !AnswersByEvents && Spills is null && world.Choose();
        Loop = world.Loop("server");
        _pool = IsPooled || Aborts || HasRare || Spills is not null ? new WorldPool(world) { Server = Loop } : null;
        _files = Spills is null ? null : new SpillFiles(world, _pool!, world.Disk(Spills));
        var manager = Loop.Create<Manager>("manager", x => (x.World, x.Stops, x.Closes, x.Errs, x.Configure) = (world, Stops, Closes, Errs, Write));
        for (var i = 1; i <= 2; i++)
        {
            var name = $"client{i}";
            world.Loop(name, loop => _clients.Add(loop.Create<RawClient>(name, x => (x.World, x.Plan) = (world, MakePlan()))));
        }

        Leftovers.MustBeNone(world, () => [manager.Gaplic]);
        world.Eventually("every request has heard that its client is gone", () => _pages.Untold == 0);
        world.Eventually("no handler is left", () => _pages.Running == 0);
        world.Eventually("no request is in service", () => manager.Http.Context.InService == 0);
        world.Eventually("every channel has told its end", () => manager.Channels.Count == 0);
        world.Eventually("no time was lost", () => world.Elapsed < TimeSpan.FromSeconds(Stalls ? 100 : 60));
        world.Eventually("no file of a body is left", () => _files is not { Count: > 0 });
        if (Closes)
        {
            world.Eventually("every answer has come", () => _pages.Answered + manager.Answered == _clients.Sum(static client => client.Answers.Complete.Count(static answer => answer.Id > 0))
                || _clients.Exists(static client => client.Plan.DropsAfter is not null));
        }

        if (IsQuiet)
        {
            world.Eventually("every request is answered", () => _clients.TrueForAll(IsServed));
        }
        else if (Stops > 0 && !Breaks && !Stalls && !Aborts && Spills is null)
        {
            world.Eventually("no answer is cut off", () => manager.Dropped > 0 || _clients.TrueForAll(
                static client => client.Plan.DropsAfter is not null || client.Plan.Requests[^1].IsCutOff || client.Answers.Begun is null));
        }
    }

    private static bool IsServed(RawClient client) => client.Plan.DropsAfter is not null || client.Plan.Requests[^1].IsCutOff
        || (client.Answers.Complete.Count == client.Plan.Answers && client.Answers.Begun is null);

    private void Write(GHttpServer http)
    {
        (http.Host, http.Port, http.AsyncHandler) = ("127.0.0.1", 8080, AnswersByEvents ? null : _pages.Answer);
        (http.MaxRequestBodySize, http.MaxRequestHeaderSize, http.StreamBodies) = (HttpScenarios.MaxBody, HttpScenarios.MaxHead, _streams);
        (http.KeepAliveTimeout, http.HeadTimeout, http.DrainTimeout) = Stalls
            ? (TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(30))
            : (TimeSpan.FromSeconds(300), TimeSpan.FromSeconds(200), TimeSpan.FromSeconds(20));
        http.Pool = _pool ?? http.Pool;
        http.HandlersRunOn = IsPooled ? HandlerThread.ThreadPool : http.HandlersRunOn;
        if (HasRare)
        {
            (http.MaxRequestBodySize, http.AnswersBadBodies, http.MinBodyRate, http.ResponselessTimeout) = (HttpScenarios.TooLong, true, 0, TimeSpan.FromSeconds(2));
        }

        if (_files is not null)
        {
            (http.BodyFiles, http.InbufOverflow) = (_files, world.Choose(0, 300, 5_000));
        }

        if (IsBehindProxy)
        {
            http.ConfigureServerSock = static server => server.ProxyFrom = AddressRanges.Parse("127.0.0.1");
        }

        Configure?.Invoke(http);
    }

    private ClientPlan MakePlan()
    {
        var requests = MakeRequests(new Requests(world));
        var breaks = requests[^1].WaitsForBreak || (Aborts && world.Choose());
        if (IsBehindProxy)
        {
            requests[0] = requests[0] with { Request = [.. "PROXY TCP4 10.0.0.1 10.0.0.9 1000 8080\r\n"u8, .. requests[0].Request] };
        }

        return new ClientPlan(requests)
        {
            IsPipelined = world.Choose(),
            IsSlow = world.Choose(),
            HalfCloses = requests[^1].Status == 0 || world.Choose(4) == 3,
            DropsAfter = world.Choose(6) == 5 ? world.Choose(requests.Count) : null,
            StallsAt = Stalls && world.Choose() ? world.Choose(requests.Sum(static request => request.Request.Length)) : null,
            BreaksAt = breaks ? world.Choose(requests.Sum(static request => request.Request.Length) + 1) : null,
            MayBeUnkept = Spills is not null && !IsQuiet,
            MayBeCutShort = !IsQuiet,
        };
    }

    private List<Expected> MakeRequests(Requests requests)
    {
        var several = requests.Several(Spills is null && !HasRare ? 3 : 2, endsBadly: !Aborts && !HasRare && !Closes);
        if (Spills is not null)
        {
            several.Insert(world.Choose(several.Count), requests.Posted(world.Choose(400, 6_000, 50_000)));
        }

        if (HasRare)
        {
            several.Insert(world.Choose(several.Count), requests.Rare(AnswersByEvents));
            several.Add(requests.RareEnd(_streams));
        }

        if (Aborts && world.Choose())
        {
            several.Add(requests.Aborted(world.Choose(0, 500, 20_000)));
        }

        return several;
    }
}
