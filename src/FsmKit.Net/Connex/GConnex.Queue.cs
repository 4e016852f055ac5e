namespace FsmKit.Net;

/// <content>Sending: messages are passed on, or queued until the <see cref="Gsock"/> takes them.</content>
public sealed partial class GConnex
{
    private readonly MessageQueue _queue = new();
    private bool _saidDropping;

    private bool IsQueueEmpty() => _queue.Count == 0;

    /// <summary>
    /// Whether the message can go to the gsock now: no message is queued, and the gsock has room. Otherwise the limits of the connex apply, not
    /// those of the gsock.
    /// </summary>
    private bool CanPassOn(in EvSendData e) => IsQueueEmpty() && TakesNow(e.Data.Length);

    private bool TakesNow(int bytes) => Gsock is { IsConnected: true, IsCongested: false }
        && (Gsock.PendingBytes == 0 || (long)Gsock.PendingBytes + bytes <= Gsock.OutbufOverflow);

    /// <summary>Whether a message of so many bytes would go to the system now, and not into a queue of the connex.</summary>
    internal bool Takes(int bytes) => IsConnected && IsQueueEmpty() && TakesNow(bytes);

    private bool HasRoom(in EvSendData e) => e.Data.Length <= QueueBytes
        && (QueuePolicy == QueuePolicy.DropOldest || FitsInQueue(e.Data.Length));

    private bool HasRoomAndUse(in EvSendData e) => !IsDisabled() && HasRoom(in e);

    private bool FitsInQueue(int bytes) => _queue.Count < QueueCapacity && _queue.Bytes + bytes <= QueueBytes;

    private void AcSend(in EvSendData e) => Send(Gsock, in e);

    private void AcQueueAndConnect(in EvSendData e)
    {
        AcQueue(in e);
        AcConnect();
    }

    private void AcQueue(in EvSendData e)
    {
        while (!FitsInQueue(e.Data.Length))
        {
            if (!_saidDropping)
            {
                _saidDropping = true;
                ConnexLog.DropsOldest(Logger, this, Destination, _queue.Count, _queue.Bytes);
            }

            _queue.RemoveFirst();
            DroppedMessages++;
        }

        var until = QueueTimeout > TimeSpan.Zero ? Gaplic.Clock.Now + (long)QueueTimeout.TotalMilliseconds : long.MaxValue;
        _queue.Add(e.Data, until);
        if (_queue.Count == 1)
        {
            WatchStale();
        }
    }

    /// <summary>Drops the messages that have waited for <see cref="QueueTimeout"/>.</summary>
    private void AcDropStale()
    {
        var dropped = 0;
        for (var now = Gaplic.Clock.Now; !IsQueueEmpty() && _queue.FirstUntil <= now; dropped++)
        {
            _queue.RemoveFirst();
        }

        if (dropped > 0)
        {
            ExpiredMessages += dropped;
            ConnexLog.Expired(Gaplic.Logger, this, Destination, dropped, QueueTimeout);
        }

        WatchStale();
    }

    /// <summary>Arms the timer for the oldest message.</summary>
    private void WatchStale()
    {
        if (!IsQueueEmpty() && _queue.FirstUntil < long.MaxValue)
        {
            StartTimer(TimeSpan.FromMilliseconds(Math.Max(0, _queue.FirstUntil - Gaplic.Clock.Now)), new EvStale());
        }
    }

    private void AcFlush() => Flush();

    /// <summary>Sends queued messages in order, as many as the gsock takes. The rest follows when the output of the gsock has drained.</summary>
    private void Flush()
    {
        AcDropStale();
        while (!IsQueueEmpty() && TakesNow(_queue.First.Length) && Send(Gsock, new EvSendData(_queue.First)) != Outcome.Refused)
        {
            _queue.RemoveFirst();
            _saidDropping = false;
        }
    }

    /// <summary>The oldest message may have waited for <see cref="QueueTimeout"/>.</summary>
    private readonly record struct EvStale;
}
