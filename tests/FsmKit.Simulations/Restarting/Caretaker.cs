using FsmKit.Http;
using FsmKit.Net;

namespace FsmKit.Simulations.Restarting;

/// <summary>Stops an HTTP server and starts it, in any order, more than once, and inside of the news that it has stopped.</summary>
[GClass(Reentrancy = Reentrancy.Nested)]
[Input<EvHttpServerStopped>, Input<EvTurn>]
public sealed partial class Caretaker : GObj
{
    private int _left = 6;

    /// <summary>The world that chooses for it.</summary>
    public World World { get; set; } = null!;

    /// <summary>The server.</summary>
    public GHttpServer Http { get; private set; } = null!;

    /// <summary>Whether the end of a stop was not told yet.</summary>
    public bool IsStopping { get; private set; }

    private enum State
    {
        [On<EvTurn>(nameof(AcTurn)), On<EvHttpServerStopped>(nameof(AcStopped))]
        Caring,
    }

    /// <inheritdoc/>
    protected override void StartUp()
    {
        Http = Create<GHttpServer>("http", static http =>
        {
            (http.Host, http.Port, http.DrainTimeout) = ("127.0.0.1", 8080, TimeSpan.FromMilliseconds(200));
            http.Handler = static (_, response) => response.Send("hello"u8);
        });
        PlanTurn();
    }

    private void PlanTurn() => StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 30, 300)), new EvTurn());

    private void AcTurn()
    {
        if (--_left < 0)
        {
            Http.ServerSock.Send(new EvResumeAccepting());
            Start();
            return;
        }

        switch (World.Choose(6))
        {
            case 5:
                Pause();
                break;
            case 3 or 4:
                Start();
                break;
            default:
                Stop();
                break;
        }

        if (World.Choose(4) == 3)
        {
            AcTurn();
        }
        else
        {
            PlanTurn();
        }
    }

    /// <summary>Pauses the server socket of a server that serves: a start that has nothing to start leaves the pause as it is.</summary>
    private void Pause()
    {
        if (Http.StateName == "Serving")
        {
            Http.ServerSock.Send(new EvPauseAccepting());
            Start();
            World.Check(Http.ServerSock.IsPaused, "A start of a server that serves has ended a pause.");
            Http.ServerSock.Send(new EvResumeAccepting());
        }
    }

    private void Stop()
    {
        var isServing = Http.StateName == "Serving";
        IsStopping |= isServing;
        World.Check(Send(Http, new EvStopServing()) == (isServing ? Outcome.Handled : Outcome.Ignored), "A stop is not answered as the state asks for.");
    }

    private void Start()
    {
        var isServing = Http.StateName == "Serving";
        IsStopping = false;
        World.Check(Send(Http, new EvStartServing()) == (isServing ? Outcome.Ignored : Outcome.Handled), "A start is not answered as the state asks for.");
        World.Check(Http.StateName == "Serving" && (isServing || !Http.ServerSock.IsPaused), "A server that was started does not serve.");
    }

    private void AcStopped()
    {
        World.Check(IsStopping && Http is { StateName: "Stopped", NChannels: 0, ServerSock.IsPaused: true }, "A server says that it has stopped, and has not.");
        IsStopping = false;
        if (World.Choose(4) == 3)
        {
            Start();
        }
    }
}
