using FsmKit.Http;

namespace FsmKit.AspNetCore;

/// <summary>Hands the requests of one loop to an ASP.NET Core application, and its responses to the channels.</summary>
[GClass(Reentrancy = Reentrancy.Nested)]
[Input<EvHttpRequest>, Input<EvStopServing>, Input<EvHttpServerStopped>]
internal sealed partial class GAspNetServer : GObj
{
    private readonly List<GHttpServer> _servers = [];
    private int _running;

    private enum State : byte
    {
        /// <summary>Requests go to the application.</summary>
        [On<EvHttpRequest>(nameof(AcServe))]
        [On<EvStopServing>(nameof(AcStop), Next = Stopping)]
        [Refuse<EvHttpServerStopped>]
        Serving,

        /// <summary>Requests that have begun are answered; no connection is accepted.</summary>
        [On<EvHttpRequest>(nameof(AcServe))]
        [On<EvHttpServerStopped>(nameof(AcStopped), Next = Stopped, When = nameof(IsLast))]
        [On<EvHttpServerStopped>(nameof(AcOneLess))]
        [Ignore<EvStopServing>]
        Stopping,

        /// <summary>No connection is left.</summary>
        [Ignore<EvStopServing>]
        [Refuse<EvHttpRequest>, Refuse<EvHttpServerStopped>]
        Stopped,
    }

    /// <summary>The application and the options, shared by all loops.</summary>
    public ExchangePool Pool { get; set; } = null!;

    /// <summary>The endpoints of this loop.</summary>
    public IReadOnlyList<FsmKitEndpoint> Endpoints { get; set; } = [];

    /// <summary>The HTTP servers, one for each endpoint.</summary>
    public IReadOnlyList<GHttpServer> Servers => _servers;

    /// <summary>Called on the loop when the last connection has ended.</summary>
    public Action? WhenStopped { get; set; }

    /// <summary>The way to the thread pool and back.</summary>
    public GCrossing Crossing { get; private set; } = null!;

    /// <summary>Ends all connections at once. The requests on them are aborted.</summary>
    public void DropAll() => _servers.ForEach(static server => server.Destroy());

    /// <inheritdoc/>
    protected override void StartUp()
    {
        Crossing = Create<GCrossing>("crossing", crossing => crossing.TakesTurns = Pool.Options.Processors == 1);
        foreach (var endpoint in Endpoints)
        {
            _servers.Add(Create<GHttpServer>(null, server => Pool.Configure(server, endpoint)));
        }

        _running = _servers.Count;
    }

    private void AcServe(in EvHttpRequest e) => Pool.Rent(this).Serve(e.Channel, e.Request);

    private void AcStop(in EvStopServing e)
    {
        foreach (var server in _servers)
        {
            Send(server, in e);
        }
    }

    private bool IsLast() => _running == 1;

    private void AcOneLess() => _running--;

    private void AcStopped()
    {
        _running--;
        WhenStopped?.Invoke();
    }
}
