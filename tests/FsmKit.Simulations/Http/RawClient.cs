using FsmKit.Net;

namespace FsmKit.Simulations.Http;

/// <summary>Sends requests in pieces, pipelined or not, and compares each answer with the expected one.</summary>
[GClass]
[Input<EvConnected>, Input<EvRxData>, Input<EvDisconnected>, Input<EvSendMore>, Input<EvReadOn>]
public sealed partial class RawClient : GObj
{
    private GSock _gsock = null!;
    private AnswerReader _reader = null!;
    private byte[] _bytes = [];
    private int _sent;
    private int _received;

    /// <summary>The world that chooses for it.</summary>
    public World World { get; set; } = null!;

    /// <summary>Plan of the client.</summary>
    internal ClientPlan Plan { get; set; } = null!;

    /// <summary>Whether the connection is over.</summary>
    public bool IsOver => CurrentState == State.Over;

    /// <summary>Reason for the end of the connection.</summary>
    public DisconnectReason Reason { get; private set; }

    /// <summary>Reader of the answers.</summary>
    internal AnswerReader Answers => _reader;

    private enum State
    {
        [Hot, On<EvConnected>(nameof(AcSendMore), Next = Talking), On<EvDisconnected>(nameof(AcEnd), Next = Over)]
        [Refuse<EvRxData>, Refuse<EvSendMore>, Refuse<EvReadOn>]
        Connecting,

        [Hot, On<EvSendMore>(nameof(AcSendMore)), On<EvRxData>(nameof(AcRead)), On<EvReadOn>(nameof(AcReadOn)), On<EvDisconnected>(nameof(AcEnd), Next = Over)]
        [Refuse<EvConnected>]
        Talking,

#pragma warning disable FSM0061 // Not final: what comes after the end is to be refused, and fails the schedule.
        [Ignore<EvSendMore>, Ignore<EvReadOn>, Refuse<EvConnected>, Refuse<EvRxData>, Refuse<EvDisconnected>]
        Over,
#pragma warning restore FSM0061
    }

    /// <inheritdoc/>
    protected override void StartUp()
    {
        _reader = new AnswerReader(number => Plan.IsHead(number, _sent));
        _bytes = [.. Plan.Requests.SelectMany(static request => request.Request)];
        _gsock = Create<GSock>("gsock", static gsock => (gsock.Host, gsock.Port) = ("127.0.0.1", 8080));
        Send(_gsock, new EvConnect());
    }

    private bool IsDone => _reader.Complete.Count >= Plan.Answers && _sent == _bytes.Length && (!Plan.WaitsForEnd || (_reader.Complete.Count > 0 && _reader.Complete[^1].Status == 500));

    private void AcSendMore()
    {
        if (!_gsock.IsConnected)
        {
            return;
        }

        if (Breaks())
        {
            return;
        }

        var most = Plan.MostNow(_sent, _reader);
        if (most > 0)
        {
            var count = Math.Min(World.Choose(1, 40, 700, 1_000_000), most);
            Send(_gsock, new EvSendData(_bytes.AsSpan(_sent, count)));
            _sent += count;
        }

        if (Breaks())
        {
            return;
        }

        if (_sent < _bytes.Length)
        {
            if (most > 0 || Plan.IsAsking(_sent, World.Elapsed))
            {
                StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 20)), new EvSendMore());
            }
        }
        else if (Plan.HalfCloses)
        {
            Send(_gsock, new EvHalfClose());
        }
        else if (IsDone)
        {
            Send(_gsock, new EvClose()); // The last answer came before all of its request was sent.
        }
    }

    private void AcRead(in EvRxData e)
    {
        var before = _reader.Complete.Count;
        _received += e.Data.Length;
        _reader.Feed(e.Data);
        for (var i = before; i < _reader.Complete.Count; i++)
        {
            Plan.Compare(World, i, _reader.Complete[i]);
        }

        if (Breaks())
        {
            return;
        }

        if (Plan.IsSlow && World.Choose(8) == 7)
        {
            Send(_gsock, new EvPauseReceiving());
            StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 300)), new EvReadOn());
        }

        if (Plan.DropsAfter is { } drops && _reader.Complete.Count >= drops)
        {
            Send(_gsock, new EvDrop(Resets: World.Choose() || Plan.MustReset));
        }
        else if (IsDone)
        {
            Send(_gsock, new EvClose());
        }
        else if (_sent < _bytes.Length)
        {
            AcSendMore();
        }
    }

    /// <summary>Breaks the connection off where the plan says so: at once, or when nothing has come for some time.</summary>
    private bool Breaks()
    {
        if (Plan.BreaksAt is not { } breaks || _sent + _received < breaks || !_gsock.IsConnected)
        {
            return false;
        }

        if (World.Choose())
        {
            Send(_gsock, new EvDrop(Resets: World.Choose(4) > 0 || Plan.MustReset));
        }
        else
        {
            StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 30, 300)), new EvSendMore());
        }

        return true;
    }

    private void AcReadOn() => Send(_gsock, new EvResumeReceiving());

    private void AcEnd(in EvDisconnected e) => Reason = e.Reason;
}
