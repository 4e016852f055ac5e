using System.Net;
using FsmKit.Net;

namespace FsmKit.Simulations.Preloads;

/// <summary>Gives a gsock output before its connection, while it connects and inside of <see cref="EvConnected"/>, and connects some times.</summary>
[GClass(Reentrancy = Reentrancy.Nested)]
[Input<EvConnected>, Input<EvRxData>, Input<EvDisconnected>, Input<EvBeginNext>]
[Refuse<EvRxData>]
public sealed partial class Preloader : GObj
{
    private GSock _gsock = null!;
    private Load _load = new();
    private bool _isBrokenOff;

    /// <summary>The world that chooses for it.</summary>
    public World World { get; set; } = null!;

    /// <summary>Whether its gsock is destroyed after each end that no connect follows at once.</summary>
    public bool IsForgetful { get; set; }

    /// <summary>Largest number of bytes that may wait, which the output exceeds; null without a limit and without refusals.</summary>
    public int? Overflow { get; set; }

    /// <summary>Number of connections that are left.</summary>
    public int Left { get; set; } = 3;

    /// <summary>Output of the connections, by the addresses of their clients.</summary>
    internal Dictionary<EndPoint, Load> Loads { get; set; } = null!;

    private enum State
    {
        [On<EvBeginNext>(nameof(AcBeginNext), Next = Connecting)]
        [Refuse]
        Resting,

        [Hot, On<EvConnected>(nameof(AcConnected), Next = Talking)]
        [On<EvDisconnected>(nameof(AcConnect), When = nameof(GoesOnAtOnce)), On<EvDisconnected>(nameof(AcRest), Next = Resting)]
        [Refuse]
        Connecting,

        [Hot, On<EvDisconnected>(nameof(AcConnect), Next = Connecting, When = nameof(GoesOnAtOnce)), On<EvDisconnected>(nameof(AcRest), Next = Resting)]
        [Refuse]
        Talking,
    }

    /// <inheritdoc/>
    protected override void StartUp()
    {
        _gsock = NewGsock();
        Post(this, new EvBeginNext());
    }

    private GSock NewGsock() => Create<GSock>("gsock", gsock =>
    {
        (gsock.Host, gsock.Port, gsock.AutoDestroy) = ("127.0.0.1", 7007, IsForgetful);
        (gsock.OutbufOverflow, gsock.OverflowPolicy) = (Overflow ?? gsock.OutbufOverflow, OverflowPolicy.Refuse);
    });

    private bool GoesOnAtOnce() => Left > 0 && World.Choose();

    private void AcRest()
    {
        if (Left > 0)
        {
            StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 30)), new EvBeginNext());
        }
    }

    private void AcBeginNext()
    {
        if (Left < 3)
        {
            World.Check(_gsock.IsDestroyed == IsForgetful, "A gsock that is not used again stays, or one that is to stay is destroyed.");
        }

        if (_gsock.IsDestroyed)
        {
            _gsock = NewGsock();
        }

        AcConnect();
    }

    private void AcConnect()
    {
        Left--;
        _load = new Load();
        Write(World.Choose(3));
        World.Check(Send(_gsock, new EvConnect()) == Outcome.Handled, "A gsock without a connection does not connect.");
        Act(World.Choose(4));
        var choice = World.Choose(8);
        _isBrokenOff = choice > 5;
        switch (choice)
        {
            case 7:
                Send(_gsock, new EvClose());
                Send(_gsock, new EvClose());
                break;
            case 6:
                Send(_gsock, new EvDrop());
                Send(_gsock, new EvDrop(true));
                break;
        }
    }

    private void AcConnected(in EvConnected e)
    {
        World.Check(!_isBrokenOff, "An attempt that was broken off has led to a connection.");
        Loads.Add(e.Sockname!, _load);
        Act(World.Choose(4));
        if (_load.Flushed == 0 || World.Choose())
        {
            _load.IsClosed = true;
            Send(_gsock, new EvClose());
        }
    }

    private void Act(int count)
    {
        for (; count > 0; count--)
        {
            switch (World.Choose(3))
            {
                case 2:
                    World.Check(Send(_gsock, new EvFlushOutputData()) == Outcome.Handled, "A gsock does not flush.");
                    _load.Flushed = _load.Count;
                    break;
                case 1:
                    Give(isWrite: false);
                    break;
                default:
                    Give(isWrite: true);
                    break;
            }
        }
    }

    private void Write(int count)
    {
        for (; count > 0; count--)
        {
            Give(isWrite: true);
        }

        if (Overflow is not null)
        {
            World.Check(Send(_gsock, new EvSendData([1])) == Outcome.Refused, "A gsock without a connection sends.");
        }
    }

    private void Give(bool isWrite)
    {
        var data = _load.Next(World.Choose(1, 300, 2000));
        var fits = _gsock.PendingBytes == 0 || _gsock.PendingBytes + data.Length <= _gsock.OutbufOverflow;
        var outcome = isWrite ? Send(_gsock, new EvWriteOutputData(data))
            : World.Choose() ? Send(_gsock, new EvSendSegments(Segment.Split(data, 100)))
            : Send(_gsock, new EvSendData(data));
        World.Check(outcome == (fits ? Outcome.Handled : Outcome.Refused), $"A gsock has room or not ({fits}), and output is {outcome}.");
        if (outcome == Outcome.Handled)
        {
            _load.Count += data.Length;
            _load.Flushed = isWrite ? _load.Flushed : _load.Count;
        }
    }
}
