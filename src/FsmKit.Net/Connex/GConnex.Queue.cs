namespace FsmKit.Net;

/// <content>Sending: messages are passed on, or queued until the gsock takes them.</content>
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

        _queue.Add(e.Data);
    }

    private void AcFlush() => Flush();

    /// <summary>Sends queued messages in order, as many as the gsock takes. The rest follows when the output of the gsock has drained.</summary>
    private void Flush()
    {
        while (!IsQueueEmpty() && TakesNow(_queue.First.Length) && Send(Gsock, new EvSendData(_queue.First)) != Outcome.Refused)
        {
            _queue.RemoveFirst();
            _saidDropping = false;
        }
    }
}
