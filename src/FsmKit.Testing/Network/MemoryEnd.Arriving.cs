using System.Net.Sockets;
using FsmKit.Net;

namespace FsmKit.Testing;

/// <content>What comes in from the network.</content>
internal sealed partial class MemoryEnd
{
    /// <summary>How many deliveries are under way to this end.</summary>
    public int UnderWay { get; set; }

    /// <summary>When the last of them is due: none overtakes another.</summary>
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

    /// <summary>The connect ends in an error.</summary>
    public void Fail(SocketError error)
    {
        Error = error;
        Changed();
    }

    /// <summary>Something may be ready that was not: a link is queued, a waiting peer looks again.</summary>
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

    /// <summary>Resets this end: what has arrived can still be received, what is under way is lost.</summary>
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
