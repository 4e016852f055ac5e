using FsmKit.Net;

namespace FsmKit.Simulations.Echo;

/// <summary>Sends messages to an <see cref="EchoServer"/>, reads the echo, and ends the connection in one of several ways.</summary>
[GClass]
[Input<EvConnected>, Input<EvRxData>, Input<EvDisconnected>, Input<EvNext>, Input<EvResume>]
public sealed partial class EchoClient : GObj
{
    private readonly GSock[] _gsock = new GSock[1];
    private int _left;
    private EchoEnding _ending;

    /// <summary>The world that chooses for it.</summary>
    public World World { get; set; } = null!;

    /// <summary>Options of TLS; null for plain TCP.</summary>
    public TlsOptions? Tls { get; set; }

    /// <summary>Number of sent bytes.</summary>
    public int Sent { get; private set; }

    /// <summary>Number of bytes that came back.</summary>
    public int Back { get; private set; }

    /// <summary>The client's way to end the connection; null before a connection.</summary>
    public EchoEnding? Ending { get; private set; }

    /// <summary>Reason for the end of the connection.</summary>
    public DisconnectReason? Reason { get; private set; }

    private enum State
    {
        [Hot, On<EvConnected>(nameof(AcBegin), Next = Talking), On<EvDisconnected>(nameof(AcEnd), Next = Over)]
        [Refuse<EvRxData>, Refuse<EvNext>, Refuse<EvResume>]
        Connecting,

        [Hot, On<EvNext>(nameof(AcNext)), On<EvRxData>(nameof(AcRead)), On<EvResume>(nameof(AcResume)), On<EvDisconnected>(nameof(AcEnd), Next = Over)]
        [Refuse<EvConnected>]
        Talking,

#pragma warning disable FSM0061 // Not final: what comes after the end is to be refused, and fails the schedule.
        [Ignore<EvNext>, Ignore<EvResume>, Refuse<EvConnected>, Refuse<EvRxData>, Refuse<EvDisconnected>]
        Over,
#pragma warning restore FSM0061
    }

    /// <inheritdoc/>
    protected override void StartUp()
    {
        _gsock[0] = Create<GSock>("gsock", gsock => (gsock.Host, gsock.Port, gsock.SslOptions) = ("127.0.0.1", 7007, Tls));
        Send(_gsock[0], new EvConnect());
    }

    private static byte ByteAt(int place) => (byte)((place * 31) ^ (place >> 8));

    private void AcBegin()
    {
        (_left, _ending) = (World.Choose(4), (EchoEnding)World.Choose(4));
        Ending = _ending;
        AcNext();
    }

    private void AcNext()
    {
        if (_left-- > 0)
        {
            SendSome(World.Choose(1, 100, 3000, 90_000));
            StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 30)), new EvNext());
            return;
        }

        EndIt();
    }

    private void SendSome(int length)
    {
        var data = new byte[length];
        for (var i = 0; i < length; i++)
        {
            data[i] = ByteAt(Sent + i);
        }

        Sent += length;
        World.Check(Send(_gsock[0], new EvSendData(data)) == Outcome.Handled || !_gsock[0].IsConnected, "A connection does not take data.");
    }

    private void EndIt()
    {
        switch (_ending)
        {
            case EchoEnding.HalfCloses when _gsock[0].IsConnected:
                Send(_gsock[0], new EvHalfClose());
                break;
            case EchoEnding.Closes:
                Send(_gsock[0], new EvClose());
                break;
            case EchoEnding.Drops:
                Send(_gsock[0], new EvDrop(World.Choose()));
                break;
            case EchoEnding.Waits:
                CloseWhenBack();
                break;
        }
    }

    private void AcRead(in EvRxData e)
    {
        foreach (var one in e.Data)
        {
            World.Check(one == ByteAt(Back++), "A byte came back that was not sent there.");
        }

        if (World.Choose(8) == 7)
        {
            Send(_gsock[0], new EvPauseReceiving());
            StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 200)), new EvResume());
        }

        CloseWhenBack();
    }

    private void AcResume() => Send(_gsock[0], new EvResumeReceiving());

    private void CloseWhenBack()
    {
        if (_ending == EchoEnding.Waits && _left < 0 && Back == Sent)
        {
            Send(_gsock[0], new EvClose());
        }
    }

    private void AcEnd(in EvDisconnected e) => Reason = e.Reason;
}
