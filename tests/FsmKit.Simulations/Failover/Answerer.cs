using FsmKit.Net;

namespace FsmKit.Simulations.Failover;

/// <summary>Answers each question, now and then by a line that is too long, and ends its stream now and then.</summary>
[GClass]
[Input<EvConnected>, Input<EvFrame>, Input<EvInputEnded>, Input<EvDisconnected>]
public sealed partial class Answerer : GObj
{
    private readonly HashSet<GSock> _open = [];

    /// <summary>The world that chooses for it.</summary>
    public World World { get; set; } = null!;

    /// <summary>The server socket, which has no endpoint at first.</summary>
    public GServerSock Server { get; private set; } = null!;

    /// <summary>Longest time that a sent question takes until it is read.</summary>
    public TimeSpan OnTheWay { get; set; }

    /// <summary>Questions and answers.</summary>
    internal AnswerBook Book { get; set; } = null!;

    /// <summary>Number of connections that have not ended.</summary>
    public int Open => _open.Count;

    /// <summary>Whether a connection waits for the end of the other side's stream.</summary>
    public bool Waits => _open.Any(static gsock => gsock.StateName == "Finishing");

    private enum State
    {
        [On<EvConnected>(nameof(AcBegin)), On<EvFrame>(nameof(AcAnswer)), On<EvInputEnded>(nameof(AcClose)), On<EvDisconnected>(nameof(AcEnd))]
        Serving,
    }

    /// <inheritdoc/>
    protected override void StartUp() => Server = Create<GServerSock>("server", static server =>
    {
        (server.AutoListen, server.Framing) = (false, Framing.Lines(2000));
        server.ConfigureGsock = static gsock => gsock.AllowHalfOpen = true;
    });

    private void AcBegin(in EvConnected e) => World.Check(_open.Add(e.Gsock), "A connection was told twice.");

    private void AcAnswer(in EvFrame e)
    {
        var (gsock, choice) = (e.Gsock, World.Choose(8));
        var answer = Book.Answer(gsock.Peername!, e.Data, OnTheWay, isAnswered: gsock.IsConnected, isBad: choice == 7);
        if (gsock.IsConnected)
        {
            Send(gsock, new EvSendData(answer));
            if (choice == 6)
            {
                Send(gsock, new EvHalfClose());
            }
        }
    }

    private static void AcClose(in EvInputEnded e) => e.Gsock.Send(new EvClose());

    private void AcEnd(in EvDisconnected e) => World.Check(_open.Remove(e.Gsock), "An end was told without a connection.");
}
