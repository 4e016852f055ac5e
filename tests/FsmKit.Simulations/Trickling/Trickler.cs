using System.Text;
using FsmKit.Net;

namespace FsmKit.Simulations.Trickling;

/// <summary>Asks for long answers and takes very little of them at a time, without ever standing still.</summary>
[GClass]
[Input<EvConnected>, Input<EvRxData>, Input<EvDisconnected>, Input<EvReadOn>]
public sealed partial class Trickler : GObj
{
    private GSock _gsock = null!;

    /// <summary>The world that chooses for it.</summary>
    public World World { get; set; } = null!;

    /// <summary>Whether it asks for another protocol.</summary>
    public bool Switches { get; set; }

    private enum State
    {
        [Hot, On<EvConnected>(nameof(AcAsk), Next = Reading), Refuse<EvRxData>, Refuse<EvReadOn>, Refuse<EvDisconnected>]
        Connecting,

        [Hot, On<EvRxData>(nameof(AcPause)), On<EvReadOn>(nameof(AcReadOn)), On<EvDisconnected>(Next = Over), Refuse<EvConnected>]
        Reading,

#pragma warning disable FSM0061 // Not final: what comes after the end is to be refused, and fails the schedule.
        [Ignore<EvReadOn>, Refuse<EvConnected>, Refuse<EvRxData>, Refuse<EvDisconnected>]
        Over,
#pragma warning restore FSM0061
    }

    /// <inheritdoc/>
    protected override void StartUp()
    {
        _gsock = Create<GSock>("gsock", static gsock => (gsock.Host, gsock.Port) = ("127.0.0.1", 8080));
        Send(_gsock, new EvConnect());
    }

    private void AcAsk()
    {
        var last = World.Choose(
            "", "GET / HTTP/1.1\r\nHo", "GET / HTTP/1.1\r\nHost x\r\n\r\n", "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhello");
        var first = Switches ? "GET / HTTP/1.1\r\nHost: x\r\nConnection: upgrade\r\nUpgrade: bytes\r\n\r\n" : "GET / HTTP/1.1\r\nHost: x\r\n\r\n" + last;
        Send(_gsock, new EvSendData(Encoding.ASCII.GetBytes(first)));
        if (World.Choose())
        {
            Send(_gsock, new EvHalfClose());
        }
    }

    private void AcPause()
    {
        Send(_gsock, new EvPauseReceiving());
        StartTimer(TimeSpan.FromSeconds(1), new EvReadOn());
    }

    private void AcReadOn() => Send(_gsock, new EvResumeReceiving());
}

/// <summary>Orders to read on.</summary>
public readonly record struct EvReadOn;
