using FsmKit.Net;
using FsmKit.Simulations.Http;

namespace FsmKit.Simulations.SlowHeads;

/// <summary>Sends the head of a request in parts, in time or never to its end, and leaves the end of the connection to the server.</summary>
[GClass]
[Input<EvConnected>, Input<EvRxData>, Input<EvDisconnected>, Input<EvSendMore>]
public sealed partial class HeadSender : GObj
{
    private static readonly byte[][] Parts = ["GET / HT"u8.ToArray(), "TP/1.1\r\nHo"u8.ToArray(), "st: x\r\nConnection: close\r\n\r\n"u8.ToArray()];

    private readonly AnswerReader _reader = new(static _ => false);
    private GSock _gsock = null!;
    private int _sent;
    private int _most;

    /// <summary>The world that chooses for it.</summary>
    public World World { get; set; } = null!;

    /// <summary>Whether one answer has come, and the right one.</summary>
    public bool IsAnswered => _reader is { Begun: null, Complete: [{ Closes: true } only] } && only.Status == (_most == Parts.Length ? 200 : 408);

    private enum State
    {
        [Hot, On<EvConnected>(nameof(AcSendMore), Next = Talking)]
        [Refuse<EvRxData>, Refuse<EvSendMore>, Refuse<EvDisconnected>]
        Connecting,

        [Hot, On<EvSendMore>(nameof(AcSendMore)), On<EvRxData>(nameof(AcRead)), On<EvDisconnected>(Next = Over)]
        [Refuse<EvConnected>]
        Talking,

#pragma warning disable FSM0061 // Not final: what comes after the end is to be refused, and fails the schedule.
        [Refuse<EvSendMore>, Refuse<EvConnected>, Refuse<EvRxData>, Refuse<EvDisconnected>]
        Over,
#pragma warning restore FSM0061
    }

    /// <inheritdoc/>
    protected override void StartUp()
    {
        _most = World.Choose(1, 2, Parts.Length);
        _gsock = Create<GSock>("gsock", static gsock => (gsock.Host, gsock.Port) = ("127.0.0.1", 8080));
        Send(_gsock, new EvConnect());
    }

    private void AcSendMore()
    {
        Send(_gsock, new EvSendData(Parts[_sent++]));
        if (_sent < _most)
        {
            StartTimer(TimeSpan.FromMilliseconds(World.Choose(50, 900)), new EvSendMore());
        }
    }

    private void AcRead(in EvRxData e)
    {
        _reader.Feed(e.Data);
        World.Check(_sent == _most, "A client is answered while it sends the head of its request in time.");
    }
}
