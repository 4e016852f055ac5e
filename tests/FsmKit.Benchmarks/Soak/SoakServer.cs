using System.Net;
using FsmKit.Net;

namespace FsmKit.Benchmarks;

/// <summary>Echoes received bytes, and sends to all connections on demand.</summary>
[GClass]
[Input<EvConnected>, Input<EvDisconnected>, Input<EvRxData>]
internal sealed partial class SoakServer : GObj
{
    private GServerSock? _server;

    public int Port => _server!.Port;

    public int NGsocks => _server!.NGsocks;

    /// <summary>Number of connections that ended because their output overflowed.</summary>
    public int Dropped { get; private set; }

    /// <summary>Number of connections that ended in another way than by the client's closing.</summary>
    public int Lost { get; private set; }

    private enum State : byte
    {
        [On<EvRxData>(nameof(AcEcho))]
        [On<EvDisconnected>(nameof(AcCount))]
        [Ignore<EvConnected>]
        Serving,
    }

    /// <summary>Sends the message to every connection, and returns the number of those that took the message.</summary>
    public int SendToAll(byte[] message) => Children.OfType<GSock>().Count(gsock => Send(gsock, new EvSendData(message)) == Outcome.Handled);

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

    private void AcCount(in EvDisconnected e)
    {
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
