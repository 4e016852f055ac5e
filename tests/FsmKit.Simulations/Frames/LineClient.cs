using System.Globalization;
using System.Net;
using System.Text;
using FsmKit.Net;
using FsmKit.Simulations.Http;

namespace FsmKit.Simulations.Frames;

/// <summary>Sends lines, several at once, counts the answers, and ends the connection in one of several ways.</summary>
[GClass(Reentrancy = Reentrancy.Nested)]
[Input<EvConnected>, Input<EvFrame>, Input<EvRxData>, Input<EvDisconnected>, Input<EvSendMore>]
[Refuse<EvRxData>]
public sealed partial class LineClient : GObj
{
    private GSock _gsock = null!;
    private EndPoint? _address;
    private LineEnding _ending;
    private int _lines;
    private int _sent;
    private int _answers;
    private bool _isFlushed;

    /// <summary>The world that chooses for it.</summary>
    public World World { get; set; } = null!;

    /// <summary>Fates of all connections.</summary>
    internal Dictionary<EndPoint, Fate> Fates { get; set; } = null!;

    private enum State
    {
        [Hot, On<EvConnected>(nameof(AcBegin), Next = Talking)]
        [Refuse]
        Connecting,

        [Hot, On<EvSendMore>(nameof(AcSendMore)), On<EvFrame>(nameof(AcAnswer)), On<EvDisconnected>(nameof(AcEnd), Next = Over)]
        [Refuse]
        Talking,

#pragma warning disable FSM0061 // Not final: what comes after the end is to be refused, and fails the schedule.
        [Ignore<EvSendMore>, Refuse]
        Over,
#pragma warning restore FSM0061
    }

    /// <inheritdoc/>
    protected override void StartUp()
    {
        (_lines, _ending) = (1 + World.Choose(8), (LineEnding)World.Choose(4));
        var linger = TimeSpan.FromMilliseconds(World.Choose(5000, 10));
        _gsock = Create<GSock>("gsock", gsock => (gsock.Host, gsock.Port, gsock.Framing, gsock.LingerTimeout) = ("127.0.0.1", 7007, new PoisonFraming(), linger));
        Send(_gsock, new EvConnect());
    }

    private void AcBegin(in EvConnected e)
    {
        _address = e.Sockname;
        AcSendMore();
    }

    private void AcSendMore()
    {
        if (!_gsock.IsConnected)
        {
            return;
        }

        var count = Math.Min(World.Choose(1, 3, 8), _lines - _sent);
        var lines = Enumerable.Range(_sent + 1, count).Select(static number => string.Create(CultureInfo.InvariantCulture, $"{number}\n"));
        _sent += count;
        Send(_gsock, new EvSendData(Encoding.Latin1.GetBytes(string.Concat(lines))));
        if (_sent < _lines)
        {
            StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 30)), new EvSendMore());
            return;
        }

        switch (_ending)
        {
            case LineEnding.HalfCloses when _gsock.IsConnected:
                Send(_gsock, new EvHalfClose());
                break;
            case LineEnding.Closes:
                Close();
                break;
            case LineEnding.Resets:
                Send(_gsock, new EvDrop(true));
                break;
        }
    }

    /// <summary>Closes the connection. Further closes of a connection that lingers change nothing.</summary>
    private void Close()
    {
        Send(_gsock, new EvClose());
        if (_gsock.StateName == "Lingering")
        {
            _isFlushed = _gsock.PendingBytes == 0;
            if (World.Choose())
            {
                Send(_gsock, new EvHalfClose());
                Send(_gsock, new EvClose());
            }
        }
    }

    private void AcAnswer(in EvFrame e)
    {
        World.Check(int.Parse(e.Data, CultureInfo.InvariantCulture) == ++_answers, $"Answer {_answers} is another one.");
        if (_answers == _lines && _ending == LineEnding.Waits)
        {
            Send(_gsock, new EvClose());
        }
    }

    private void AcEnd(in EvDisconnected e)
    {
        var fate = Fates.GetValueOrDefault(_address!) ?? new Fate();
        World.Check(e.Reason != DisconnectReason.PeerClosed || !fate.IsReset, "A connection that was reset has ended in good order.");
        World.Check(e.Reason != DisconnectReason.PeerClosed || (fate.Answers == _answers && !fate.IsPoisoned), $"A connection has ended in good order after {_answers} of {fate.Answers} answers.");
        World.Check(!_isFlushed || e.Reason == DisconnectReason.Dropped, $"A closed connection with nothing left to lose ended for {e.Reason}.");
        World.Check(e.Exception is null || (fate.IsPoisoned && e is { Reason: DisconnectReason.Broken, Exception: ExpectedException }), $"A connection ended for {e.Reason} with {e.Exception}.");
    }
}
