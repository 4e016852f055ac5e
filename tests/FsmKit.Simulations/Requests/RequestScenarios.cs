using FsmKit.Net;
using FsmKit.Simulations.Reconnecting;
using FsmKit.Simulations.Running;

namespace FsmKit.Simulations.Requests;

/// <summary>Requests over a connection that breaks, to sessions of servers that are killed and started again: each gets its own answer, once.</summary>
public static class RequestScenarios
{
    private static readonly ExploreOptions Options = new()
    {
        Faults = new MemoryFaults
        {
            FragmentSends = true,
            FragmentReceives = true,
            MaxDelay = TimeSpan.FromMilliseconds(30),
            ShuffleReadiness = true,
            Resets = 0.01,
            ConnectFailures = 0.2,
        },
        FailOnRefusal = false,
    };

    /// <summary>Responses come in the order of the requests.</summary>
    public static Scenario InOrder { get; } = new("requests in order", static world => SetUp(world, static _ => { }, Framing.Lines(100), mayRepeat: false), Options);

    /// <summary>Requests have ids, and lost ones are sent again.</summary>
    public static Scenario Resent { get; } = new(
        "requests sent again", static world => SetUp(world, static requester => (requester.Ids, requester.WhenLost) = (RequestIds.Prefixed(), LostRequests.Resend), Framing.LengthPrefixed(2), mayRepeat: true), Options);

    /// <summary>The connection is made when something is asked.</summary>
    public static Scenario OnDemand { get; } = new(
        "requests on demand", static world => SetUp(world, ConnectOnDemand, Framing.LengthPrefixed(1), mayRepeat: false), Options);

    private static void ConnectOnDemand(GRequester requester) => requester.ConfigureConnex = static connex =>
        (connex.Jitter, connex.TimeoutBetweenConnections, connex.TimeoutInactivity) = (BackoffJitter.None, TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(50));

    private static void SetUp(World world, Action<GRequester> configure, Framing framing, bool mayRepeat)
    {
        var ledger = new RequestLedger(world, mayRepeat);
        var @operator = world.Loop("operator").Create<Operator>("operator", x => (x.World, x.Start) = (world, loop => Serve(loop, world, ledger, framing)));
        var client = world.Loop("client").Create<RequestClient>("client", x =>
        {
            (x.World, x.Ledger, x.Left) = (world, ledger, 8);
            x.Configure = requester =>
            {
                requester.Framing = framing;
                configure(requester);
            };
        });
        world.Always("no more than asked for is outstanding", () =>
            client.Requester is not { } requester || (requester.WaitingRequests + requester.RequestsInFlight <= requester.MaxOutstanding && requester.RequestsInFlight <= requester.MaxInFlight));
        world.Eventually("each request has an answer", () => client.Left == 0 && ledger.Open == 0);
        world.Eventually("nothing waits to be sent", () => client.Requester.WaitingRequests == 0);
        world.Eventually("a server runs", () => @operator.Server is not null);
        world.Eventually("each connection has its session and each session its connection", () =>
            @operator.Server is { } server && server.Children.OfType<AnswerSession>().Count() == server.Children.OfType<GServerSock>().Single().NGsocks);
    }

    private static void Serve(GAplic loop, World world, RequestLedger ledger, Framing framing) => loop.Create<GServerSock>("server", server =>
    {
        (server.Host, server.Port, server.Framing) = ("127.0.0.1", 7007, framing);
        server.Serve<AnswerSession>(session => (session.World, session.Ledger) = (world, ledger));
    });
}
