using System.Text;
using FsmKit.Net;

namespace FsmKit.Simulations.Requests;

/// <summary>Asks now and then, several things at once, and waits for an answer to each.</summary>
[GClass]
[Input<EvAskNext>, Input<EvResponse>, Input<EvRequestFailed>]
public sealed partial class RequestClient : GObj
{
    private long _last;

    /// <summary>The world that chooses for it.</summary>
    public World World { get; set; } = null!;

    /// <summary>Number of steps that are left.</summary>
    public int Left { get; set; }

    /// <summary>Writes the parameters of the requester.</summary>
    public Action<GRequester> Configure { get; set; } = null!;

    /// <summary>Ledger of requests and answers.</summary>
    internal RequestLedger Ledger { get; set; } = null!;

    /// <summary>Requester of the client.</summary>
    public GRequester Requester { get; private set; } = null!;

    private enum State
    {
        [On<EvAskNext>(nameof(AcNext))]
        [On<EvResponse>(nameof(AcAnswered)), On<EvRequestFailed>(nameof(AcFailed))]
        Busy,
    }

    /// <inheritdoc/>
    protected override void StartUp()
    {
        Requester = Create<GRequester>("requester", requester =>
        {
            (requester.Destinations, requester.MaxInFlight, requester.MaxOutstanding) = ([new HostPort("127.0.0.1", 7007)], 3, 6);
            requester.ConfigureConnex = static connex => (connex.Jitter, connex.TimeoutBetweenConnections) = (BackoffJitter.None, TimeSpan.FromMilliseconds(100));
            Configure(requester);
        });
        StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 50)), new EvAskNext());
    }

    private void AcNext()
    {
        for (var count = World.Choose(1, 2, 4); count > 0; count--)
        {
            var timeout = TimeSpan.FromMilliseconds(World.Choose(10, 200, 2_000));
            var content = $"#{++_last}{new string('x', World.Choose(0, 30))}{(World.Choose() ? "?" : "")}";
            if (Send(Requester, new EvRequest(Encoding.Latin1.GetBytes(content), _last, timeout)) == Outcome.Handled)
            {
                Ledger.Asked(_last, content, timeout);
            }
        }

        if (--Left > 0)
        {
            StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 20, 500)), new EvAskNext());
        }
    }

    private void AcAnswered(in EvResponse e) => Ledger.Answered(e.Tag, Encoding.Latin1.GetString(e.Data));

    private void AcFailed(in EvRequestFailed e) => Ledger.Failed(e.Tag);
}
