using System.Globalization;
using System.Net;
using System.Text;
using FsmKit.Net;
using FsmKit.Simulations.Http;

namespace FsmKit.Simulations.Frames;

/// <summary>Answers each line, or pauses, ends the connection in one of several ways, or fails, perhaps with the connection ended already.</summary>
[GClass(Reentrancy = Reentrancy.Nested)]
[Input<EvConnected>, Input<EvFrame>, Input<EvInputEnded>, Input<EvDisconnected>, Input<EvReadOn>]
public sealed partial class LineSession : GObj, ISession
{
    private Fate _fate = null!;
    private SessionEnd _end;
    private bool _isPaused;

    /// <inheritdoc/>
    public GSock Gsock { get; set; } = null!;

    /// <summary>The world that chooses for it.</summary>
    public World World { get; set; } = null!;

    /// <summary>Fates of all connections, by the addresses of their clients.</summary>
    internal Dictionary<EndPoint, Fate> Fates { get; set; } = null!;

    private enum State
    {
        [On<EvConnected>(nameof(AcBegin), Next = Reading)]
        [Refuse]
        Fresh,

        [On<EvFrame>(nameof(AcLine)), On<EvInputEnded>(nameof(AcInputEnded)), On<EvReadOn>(nameof(AcReadOn)), On<EvDisconnected>(nameof(AcEnd), Next = Over)]
        [Refuse]
        Reading,

#pragma warning disable FSM0061 // Not final: what comes after the end is to be refused, and fails the schedule.
        [Ignore<EvReadOn>, Refuse]
        Over,
#pragma warning restore FSM0061
    }

    private void AcBegin(in EvConnected e)
    {
        Fates.Add(e.Peername!, _fate = new Fate());
        if (World.Choose(16) == 15)
        {
            Fail();
        }
    }

    private void AcLine(in EvFrame e)
    {
        var number = int.Parse(e.Data, CultureInfo.InvariantCulture);
        World.Check(number == ++_fate.Lines, $"Line {number} came as the {_fate.Lines}th.");
        World.Check(!_isPaused && _end is SessionEnd.None or SessionEnd.HalfClosed, $"Line {number} came after a pause or the end.");
        Answer(number);
        Act();
    }

    private void AcInputEnded()
    {
        World.Check(!_isPaused, "The end of the stream came in a pause.");
        switch (World.Choose(4))
        {
            case 3:
                Fail();
                break;
            case 2:
                Drop();
                break;
            case 1:
                End(SessionEnd.Closed, new EvHalfClose());
                break;
            default:
                End(SessionEnd.Closed, new EvClose());
                break;
        }
    }

    private void Act()
    {
        switch (World.Choose(16))
        {
            case 15:
                Fail();
                break;
            case 14:
                Drop();
                throw new ExpectedException();
            case 13:
                Drop();
                break;
            case 12:
                End(SessionEnd.Closed, new EvClose());
                break;
            case 11 when Gsock.IsConnected:
                End(SessionEnd.HalfClosed, new EvHalfClose());
                Pause();
                break;
            case 10 when Gsock.IsConnected:
                _fate.IsPoisoned = true;
                Write("!\n"u8);
                break;
            case 7 or 8 or 9:
                Pause();
                break;
        }
    }

    private void Answer(int number)
    {
        if (Gsock.IsConnected)
        {
            _fate.Answers++;
            Write(Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number}\n")));
        }
    }

    private void Write(ReadOnlySpan<byte> line)
    {
        Send(Gsock, new EvSendData(line));
        _end = Gsock.IsConnected ? _end : SessionEnd.Broken;
    }

    private void Pause()
    {
        _isPaused = true;
        Send(Gsock, new EvPauseReceiving());
        StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 30)), new EvReadOn());
    }

    private void AcReadOn()
    {
        _isPaused = false;
        Send(Gsock, new EvResumeReceiving());
        switch (World.Choose(8))
        {
            case 7:
                Drop();
                break;
            case 6:
                Pause();
                break;
            case 5 when Gsock.IsConnected:
                End(SessionEnd.HalfClosed, new EvHalfClose());
                break;
        }
    }

    private void Fail()
    {
        _fate.IsReset |= _end == SessionEnd.None;
        Note(SessionEnd.Failed);
        throw new ExpectedException();
    }

    /// <summary>Drops the connection. A second drop at once changes nothing.</summary>
    private void Drop()
    {
        var resets = World.Choose();
        _fate.IsReset |= resets && _end == SessionEnd.None;
        End(SessionEnd.Dropped, new EvDrop(resets));
        if (World.Choose())
        {
            Send(Gsock, new EvDrop(true));
            Send(Gsock, new EvClose());
        }
    }

    private void End<TEvent>(SessionEnd end, TEvent order)
        where TEvent : struct
    {
        Note(end);
        ((IAccept<TEvent>)(object)Gsock).Send(order);
        _end = _end == SessionEnd.Closed && Gsock is { StateName: "Lingering", PendingBytes: 0 } ? SessionEnd.Flushed : _end;
    }

    private void Note(SessionEnd end) => _end = _end is SessionEnd.None or SessionEnd.HalfClosed ? end : _end;

    private void AcEnd(in EvDisconnected e)
    {
        var reason = e.Reason;
        World.Check(
            _end switch
            {
                SessionEnd.None => reason is DisconnectReason.PeerClosed or DisconnectReason.Broken,
                SessionEnd.HalfClosed => reason is DisconnectReason.PeerClosed or DisconnectReason.Broken,
                SessionEnd.Closed => reason is DisconnectReason.Dropped or DisconnectReason.Broken,
                SessionEnd.Flushed or SessionEnd.Dropped => reason is DisconnectReason.Dropped,
                SessionEnd.Broken => reason is DisconnectReason.Broken,
                _ => reason is DisconnectReason.Faulted or DisconnectReason.Broken,
            },
            $"A connection that was {_end} by its session ended for {reason}.");
    }
}
