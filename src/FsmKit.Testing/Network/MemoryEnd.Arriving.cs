using System.Net.Sockets;
using FsmKit.Net;

namespace FsmKit.Testing;

/// <content>Arrivals from the network.</content>
internal sealed partial class MemoryEnd
{
    /// <summary>Number of deliveries under way to this end.</summary>
    public int UnderWay { get; set; }

    /// <summary>Due time of the last delivery under way, in ticks: none overtakes another.</summary>
    public long LastDue { get; set; }

    public void Arrive(DeliveryKind kind, int count)
    {
        if (IsClosed || (_cut && kind != DeliveryKind.Reset))
        {
            return;
        }

        switch (kind)
        {
            case DeliveryKind.Connect:
                network.Answer(this);
                return;
            case DeliveryKind.ConnectFailure:
                Fail(network.Dice.ConnectError);
                return;
            case DeliveryKind.Data:
                _arrived += count;
                break;
            case DeliveryKind.End:
                _endArrived = true;
                break;
            case DeliveryKind.Reset:
                Error = SocketError.ConnectionReset;
                break;
        }

        Changed();
    }

    /// <summary>Ends the connect with an error.</summary>
    public void Fail(SocketError error)
    {
        Error = error;
        Changed();
    }

    /// <summary>Tells the link, or waiting peers, that something may have become ready.</summary>
    public void Changed()
    {
        if (Target is null)
        {
            network.WakeSleepers();
        }
        else
        {
            Target.MayBeReady();
        }
    }

    /// <summary>Resets this end. Bytes that have arrived can still be received, and bytes under way are lost.</summary>
    private void Cut()
    {
        if (TakesNothing)
        {
            return;
        }

        _cut = true;
        network.Deliver(this, DeliveryKind.Reset);
    }
}
