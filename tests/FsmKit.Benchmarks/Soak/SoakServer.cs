using System.Net;
using FsmKit.Net;

namespace FsmKit.Benchmarks;

/// <summary>Sends back what it receives, and to all when told to.</summary>
[GClass]
[Input<EvConnected>, Input<EvDisconnected>, Input<EvRxData>]
internal sealed partial class SoakServer : GObj
{
    private readonly HashSet<GSock> _gsocks = [];
    private GServerSock? _server;

    public int Port => _server!.Port;

    public int NGsocks => _server!.NGsocks;

    /// <summary>How many connections ended because their output overflowed.</summary>
    public int Dropped { get; private set; }

    /// <summary>How many ended otherwise than by the client's closing.</summary>
    public int Lost { get; private set; }

    private enum State : byte
    {
        [On<EvRxData>(nameof(AcEcho))]
        [On<EvConnected>(nameof(AcJoin)), On<EvDisconnected>(nameof(AcLeave))]
        Serving,
    }

    /// <summary>Sends the message to every connection; how many took it.</summary>
    public int SendToAll(byte[] message) => _gsocks.Count(gsock => Send(gsock, new EvSendData(message)) == Outcome.Handled);

    protected override void StartUp() => _server = Create<GServerSock>("sock", static server =>
    {
        server.Host = $"{IPAddress.Loopback}";
        server.ConfigureGsock = static gsock =>
        {
            gsock.OutbufOverflow = SoakReaders.MostWaiting;
            gsock.OverflowPolicy = OverflowPolicy.Drop;
        };
    });

    private void AcEcho(in EvRxData e) => Send(e.Gsock, new EvSendData(e.Data));

    private void AcJoin(in EvConnected e) => _gsocks.Add(e.Gsock);

    private void AcLeave(in EvDisconnected e)
    {
        _gsocks.Remove(e.Gsock);
        if (e.Reason == DisconnectReason.OutputOverflow)
        {
            Dropped++;
        }
        else if (e.Reason != DisconnectReason.PeerClosed)
        {
            Lost++;
        }
    }
}
