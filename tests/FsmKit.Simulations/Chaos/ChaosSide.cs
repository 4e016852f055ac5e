using System.Net;
using FsmKit.Net;

namespace FsmKit.Simulations.Chaos;

/// <summary>One end of a connection: its events, and its actions.</summary>
/// <param name="world">The world that chooses, and gets the faults.</param>
/// <param name="wire">Bytes that both ends handed over.</param>
/// <param name="isServer">Whether the connection was accepted.</param>
internal sealed class ChaosSide(World world, Wire wire, bool isServer)
{
    /// <summary>Precision of the time of the last activity, twice.</summary>
    private static readonly TimeSpan Precision = TimeSpan.FromMilliseconds(2);

    private EndPoint? _client;
    private int _got;
    private bool _isHigh;
    private bool _hasWritten;
    private TimeSpan _closesFrom;
    private TimeSpan _begun;

    /// <summary>A connection has begun.</summary>
    public void Begin(GSock gsock)
    {
        world.Check(_client is null, "A connection was told inside of another one.");
        (_begun, _closesFrom) = (world.Elapsed, world.Elapsed);
        (_client, _got, _isHigh) = (isServer ? gsock.Peername : gsock.Sockname, 0, false);
        wire.Begin(_client!);
    }

    /// <summary>Bytes have come.</summary>
    public void Get(ReadOnlySpan<byte> data)
    {
        world.Check(_client is not null, "Data came outside of a connection.");
        foreach (var one in data)
        {
            world.Check(one == ByteAt(_got++), "A byte came that was not sent there.");
        }
    }

    /// <summary>The other side has ended its stream.</summary>
    public void EndInput() => wire.EndsWell(_client!, isServer, _got);

    /// <summary>A water mark was told.</summary>
    public void Mark(bool isHigh)
    {
        world.Check(_isHigh != isHigh, $"{(isHigh ? "High" : "Low")} water was told twice.");
        _isHigh = isHigh;
    }

    /// <summary>The output has drained: only output without a flush may wait.</summary>
    public void Ready(GSock gsock) => world.Check(_hasWritten || gsock.PendingBytes == 0, "A gsock is ready to transmit, and has output that waits.");

    /// <summary>A connection, or an attempt to make one, has ended.</summary>
    public void End(DisconnectReason reason)
    {
        if (reason == DisconnectReason.PeerClosed)
        {
            wire.EndsWell(_client!, isServer, _got);
        }

        _client = null;
    }

    /// <summary>Whether a connection that is to be closed when it is flushed is closed soon after that.</summary>
    public bool ClosesInTime(GSock gsock) => gsock is not { CloseWhenFlushed: true, IsConnected: true, PendingBytes: 0 }
        || world.Elapsed <= _closesFrom + Precision || !(gsock.LastActivity < world.Time.GetUtcNow() - Precision);

    /// <summary>Whether a connection that has been idle for its time, and does not end already, is ended.</summary>
    public bool EndsIdle(GSock gsock) => gsock.IdleTimeout == TimeSpan.Zero || gsock.StateName is not ("Connected" or "PeerFinished" or "Finishing")
        || world.Elapsed <= _begun + gsock.IdleTimeout + Precision || world.Time.GetUtcNow() <= gsock.LastActivity + gsock.IdleTimeout + Precision;

    /// <summary>Does something to the connection.</summary>
    public void Act(GSock gsock)
    {
        switch (world.Choose(13))
        {
            case 0 or 1 or 2:
                Hand(gsock, isWrite: false);
                break;
            case 3:
                Hand(gsock, isWrite: true);
                break;
            case 4:
                gsock.Send(new EvFlushOutputData());
                break;
            case 5:
                gsock.Send(new EvHalfClose());
                break;
            case 6:
                gsock.Send(new EvClose());
                break;
            case 7:
                gsock.Send(new EvDrop(world.Choose()));
                break;
            case 8:
                gsock.Send(new EvPauseReceiving());
                break;
            case 9 or 10:
                gsock.Send(new EvResumeReceiving());
                break;
            case 11:
                gsock.CloseWhenFlushed = true;
                _closesFrom = world.Elapsed;
                break;
            case 12 when !isServer:
                gsock.Send(new EvConnect());
                break;
        }
    }

    private void Hand(GSock gsock, bool isWrite)
    {
        if (_client is null || !gsock.IsConnected)
        {
            return;
        }

        var data = new byte[world.Choose(1, 300, 8000, 70_000)];
        var before = wire.Hand(_client, isServer, 0);
        for (var i = 0; i < data.Length; i++)
        {
            data[i] = ByteAt(before + i);
        }

        wire.Hand(_client, isServer, data.Length);
        var fits = gsock.PendingBytes == 0 || gsock.PendingBytes + data.Length <= gsock.OutbufOverflow;
        _hasWritten |= isWrite;
        var outcome = isWrite ? gsock.Send(new EvWriteOutputData(data))
            : world.Choose() ? gsock.Send(new EvSendSegments(Segment.Split(data, 3000)))
            : gsock.Send(new EvSendData(data));
        world.Check(fits ? outcome == Outcome.Handled : outcome == Outcome.Refused || !gsock.IsConnected, "A gsock takes more than it may hold, or refuses what it has room for.");
        if (outcome == Outcome.Refused)
        {
            wire.Hand(_client, isServer, -data.Length);
        }
    }

    private static byte ByteAt(int place) => (byte)((place * 31) ^ (place >> 8));
}
