using System.Net.Sockets;

namespace FsmKit.Net;

/// <content>Limits of the pending output, and the water marks.</content>
public sealed partial class GSock
{
    private bool _toldCongested;

    private bool HasRoom(in EvSendData e) => e.Data.Length <= Room;

    private bool HasRoom(in EvSendSegments e) => e.Segments.Length <= Room;

    private bool HasRoom(in EvWriteOutputData e) => e.Data.Length <= Room;

    /// <summary>Number of bytes that the output may still take. An empty output takes a message of any length.</summary>
    private int Room => Waiting == 0 ? int.MaxValue : OutbufOverflow - Waiting;

    /// <summary>Bytes that the system did not take; kept answers have not been offered to the system yet.</summary>
    private int Waiting => !_flushing && _frames is { HasCorked: true } ? 0 : _output.Count;

    private bool DropsOnOverflow() => OverflowPolicy == OverflowPolicy.Drop;

    private void AcOverflow()
    {
        NetLog.Overflow(Logger, this, _output.Count, OutbufOverflow);
        EndLater(DisconnectReason.OutputOverflow, SocketError.NoBufferSpaceAvailable);
    }

    private void Keep(ReadOnlySpan<byte> data)
    {
        _output.Add(data, TxBufferSize);
        if (!IsCongested && _output.Count > HighWaterMark)
        {
            IsCongested = true;
            if (HasSubscribers<EvHighWater>(this))
            {
                this.PostAlways(new EvMarked());
            }
        }
    }

    private void NoteLow()
    {
        if (IsCongested && _output.Count <= LowWaterMark)
        {
            IsCongested = false;
            if (_toldCongested)
            {
                this.PostAlways(new EvMarked());
            }
        }
    }

    /// <summary>Publishes a change of <see cref="IsCongested"/>; publishes nothing if the value changed back since the post.</summary>
    private void AcTellMark()
    {
        if (_toldCongested == IsCongested)
        {
            return;
        }

        _toldCongested = IsCongested;
        if (IsCongested)
        {
            TellSubscribers(new EvHighWater(this));
        }
        else
        {
            TellSubscribers(new EvLowWater(this));
        }
    }
}
