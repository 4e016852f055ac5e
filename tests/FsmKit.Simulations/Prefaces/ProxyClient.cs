using FsmKit.Net;

namespace FsmKit.Simulations.Prefaces;

/// <summary>Sends a PROXY header in pieces, then wants a message back; or stops in the middle of the header.</summary>
[GClass]
[Input<EvConnected>, Input<EvRxData>, Input<EvDisconnected>, Input<EvNext>]
public sealed partial class ProxyClient : GObj
{
    private static readonly byte[] Bytes = "PROXY TCP4 10.0.0.1 10.0.0.9 1000 7007\r\nhello"u8.ToArray();
    private GSock _gsock = null!;
    private int _sent;
    private int _back;

    /// <summary>The world that chooses for it.</summary>
    public World World { get; set; } = null!;

    /// <summary>Whether it stops in the middle of the header, and waits.</summary>
    public bool Stalls { get; set; }

    /// <summary>Whether the message has come back.</summary>
    public bool IsServed => _back == "hello".Length;

    private enum State
    {
        [Hot, On<EvConnected>(nameof(AcNext), Next = Talking), Refuse<EvRxData>, Refuse<EvNext>, Refuse<EvDisconnected>]
        Connecting,

        [Hot, On<EvNext>(nameof(AcNext)), On<EvRxData>(nameof(AcRead)), On<EvDisconnected>(Next = Over), Refuse<EvConnected>]
        Talking,

#pragma warning disable FSM0061 // Not final: what comes after the end is to be refused, and fails the schedule.
        [Ignore<EvNext>, Refuse<EvConnected>, Refuse<EvRxData>, Refuse<EvDisconnected>]
        Over,
#pragma warning restore FSM0061
    }

    /// <inheritdoc/>
    protected override void StartUp()
    {
        _gsock = Create<GSock>("gsock", static gsock => (gsock.Host, gsock.Port) = ("127.0.0.1", 7007));
        Send(_gsock, new EvConnect());
    }

    private void AcNext()
    {
        if (!_gsock.IsConnected)
        {
            return;
        }

        var count = Math.Min(World.Choose(15, 100), (Stalls ? 20 : Bytes.Length) - _sent);
        Send(_gsock, new EvSendData(Bytes.AsSpan(_sent, count)));
        _sent += count;
        if (_sent < (Stalls ? 20 : Bytes.Length))
        {
            StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 10)), new EvNext());
        }
    }

    private void AcRead(in EvRxData e)
    {
        World.Check(e.Data.SequenceEqual("hello"u8.Slice(_back, e.Data.Length)), "Another message came back than was sent.");
        _back += e.Data.Length;
        if (IsServed)
        {
            Send(_gsock, new EvClose());
        }
    }
}

/// <summary>Orders to send the next piece.</summary>
public readonly record struct EvNext;
