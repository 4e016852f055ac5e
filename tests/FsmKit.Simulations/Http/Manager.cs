using System.Globalization;
using System.Text;
using FsmKit.Http;
using FsmKit.Net;

namespace FsmKit.Simulations.Http;

/// <summary>Has an HTTP server: stops it and starts it again, answers by events where the server has no handler, and counts the channels.</summary>
[GClass]
[Input<EvHttpRequest>, Input<EvHttpChannelOpened>, Input<EvHttpChannelClosed>, Input<EvHttpServerStopped>, Input<EvManage>]
public sealed partial class Manager : GObj
{
    private readonly HashSet<GHttpCliSrv> _open = [];
    private TimeSpan _stoppedAt;

    /// <summary>The world that chooses for it.</summary>
    public World World { get; set; } = null!;

    /// <summary>Writes the parameters of the server.</summary>
    public Action<GHttpServer> Configure { get; set; } = null!;

    /// <summary>Number of stops of the server that are left.</summary>
    public int Stops { get; set; }

    /// <summary>Number of channels that the stops have dropped.</summary>
    public int Dropped { get; private set; }

    /// <summary>Number of requests to be answered later.</summary>
    public int Pending { get; private set; }

    /// <summary>Number of channels that have not ended.</summary>
    public int Open => _open.Count;

    /// <summary>
    /// Whether each channel that has closed its connection reads no more; a lingering connection may still be there. A gsock in Closing may have a
    /// broken connection, of which the channel hears in the next cycle.
    /// </summary>
    public bool ReadsWhereOpen
    {
        get
        {
            foreach (var channel in _open)
            {
                if (channel.Gsock.StateName is "Draining" or "Lingering" && channel.StateName is not ("Closing" or "Gone"))
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>The server.</summary>
    public GHttpServer Http { get; private set; } = null!;

    private enum State
    {
        [On<EvHttpRequest>(nameof(AcAnswer)), On<EvHttpChannelOpened>(nameof(AcOpened)), On<EvHttpChannelClosed>(nameof(AcClosed))]
        [On<EvManage>(nameof(AcStop), Next = Stopping), Refuse<EvHttpServerStopped>]
        Serving,

        [Hot, On<EvHttpRequest>(nameof(AcAnswer)), On<EvHttpChannelOpened>(nameof(AcOpened)), On<EvHttpChannelClosed>(nameof(AcClosed))]
        [On<EvHttpServerStopped>(nameof(AcStopped), Next = Stopped), Refuse<EvManage>]
        Stopping,

        [On<EvManage>(nameof(AcStart), Next = Serving), On<EvHttpChannelOpened>(nameof(AcOpened)), On<EvHttpChannelClosed>(nameof(AcClosed))]
        [Refuse<EvHttpRequest>, Refuse<EvHttpServerStopped>]
        Stopped,
    }

    /// <inheritdoc/>
    protected override void StartUp()
    {
        Http = Create<GHttpServer>("http", http => Configure(http));
        PlanStop();
    }

    private void PlanStop()
    {
        if (Stops-- > 0)
        {
            StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 15, 40, 100, 400)), new EvManage());
        }
    }

    private void AcStop()
    {
        _stoppedAt = World.Elapsed;
        Send(Http, new EvStopServing());
    }

    private void AcStopped(in EvHttpServerStopped e)
    {
        World.Check(_open.Count == 0, "A server says that it has stopped, and has channels.");
        World.Check(World.Elapsed - _stoppedAt <= Http.DrainTimeout, $"A server has taken {World.Elapsed - _stoppedAt} to stop.");
        Dropped += e.Dropped;
        StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 50)), new EvManage());
    }

    private void AcStart()
    {
        World.Check(Http.StateName == "Stopped", "A server that has said that it has stopped is not stopped.");
        Send(Http, new EvStartServing());
        PlanStop();
    }

    private void AcOpened(in EvHttpChannelOpened e) => World.Check(_open.Add(e.Channel), "A channel was opened twice.");

    private void AcClosed(in EvHttpChannelClosed e)
    {
        World.Check(_open.Remove(e.Channel), "A channel was closed twice, or before it was opened.");
        if (World.Choose(4) == 3)
        {
            e.Channel.Send(new EvDrop());
            World.Check(e.Channel.StateName == "Gone", "A channel is over, and does something.");
        }
    }

    private void AcAnswer(in EvHttpRequest e)
    {
        var parts = Encoding.ASCII.GetString(e.Request.RawQuery).Split('&');
        var (id, size) = (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
        var (channel, request, response) = (e.Channel, e.Request, e.Response);
        if (request.Path == "/throw")
        {
            throw new ExpectedException();
        }

        response.Headers.Add("X-Id", parts[0]);
        var body = request.Path is "/slurp" or "/ignore" ? [] : Pattern.Body(id, size);
        World.Check(request.Path is not ("/slurp" or "/echo") || request.BodyBytes.SequenceEqual(Pattern.Body(id, size)), $"Request {id} has another body.");
        if (request.Path is "/stream" or "/break")
        {
            Pending++;
            Write(response, body, 0, request.Path == "/break" ? size / 2 : int.MaxValue);
        }
        else if (World.Choose())
        {
            response.Send(body);
        }
        else
        {
            Pending++;
            _ = Later(channel, response, body);
        }
    }

    private async Task Later(GHttpCliSrv channel, FsmKit.Http.HttpResponse response, byte[] body)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(World.Choose(1, 40)), World.Time);
        Pending--;
        if (World.Choose() && !channel.IsDestroyed)
        {
            channel.Send(new EvHttpResponse(response, body));
        }
        else
        {
            response.Send(body);
        }
    }

    private void Write(FsmKit.Http.HttpResponse response, byte[] body, int at, int breaksAt)
    {
        if (at >= breaksAt)
        {
            Pending--;
            throw new ExpectedException();
        }

        if (at == body.Length || response.IsOver)
        {
            Pending--;
            response.Finish();
            return;
        }

        var count = Math.Min(World.Choose(500, 30_000), body.Length - at);
        response.Write(body.AsSpan(at, count));
        if (World.Choose(4) == 3)
        {
            Write(response, body, at + count, breaksAt);
        }
        else
        {
            response.Flush(() => Write(response, body, at + count, breaksAt));
        }
    }
}
