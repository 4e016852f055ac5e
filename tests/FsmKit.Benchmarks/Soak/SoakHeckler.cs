using System.Net;
using FsmKit.Http;

namespace FsmKit.Benchmarks;

/// <summary>The parent of the two servers: echoes, and throws when a connection or a channel opens, brings data or a request, and ends.</summary>
[GClass(Reentrancy = Reentrancy.Nested)]
[Input<Net.EvConnected>, Input<Net.EvDisconnected>, Input<Net.EvRxData>, Input<Net.EvTransmitReady>]
[Input<EvHttpChannelOpened>, Input<EvHttpRequest>, Input<EvHttpChannelClosed>]
internal sealed partial class SoakHeckler : GObj
{
    private Net.GServerSock? _sock;
    private GHttpServer? _http;

    public int SockPort => _sock!.Port;

    public int HttpPort => _http!.Port;

    public int Connections => _sock!.NGsocks + _http!.NChannels;

    /// <summary>The gobjs below it.</summary>
    public int Descendants => ChildCount + _http!.ChildCount;

    public long Thrown { get; private set; }

    private enum State : byte
    {
        [On<Net.EvConnected>(nameof(AcThrow)), On<Net.EvDisconnected>(nameof(AcThrow)), On<Net.EvTransmitReady>(nameof(AcThrow))]
        [On<Net.EvRxData>(nameof(AcEcho))]
        [On<EvHttpChannelOpened>(nameof(AcThrow)), On<EvHttpRequest>(nameof(AcThrow)), On<EvHttpChannelClosed>(nameof(AcThrow))]
        Heckling,
    }

    protected override void StartUp()
    {
        _sock = Create<Net.GServerSock>("sock", static server => server.Host = $"{IPAddress.Loopback}");
        _http = Create<GHttpServer>("http", static server => server.Host = $"{IPAddress.Loopback}");
    }

    private void AcEcho(in Net.EvRxData e)
    {
        Send(e.Gsock, new Net.EvSendData(e.Data));
        AcThrow();
    }

    private void AcThrow()
    {
        Thrown++;
        throw new InvalidTimeZoneException("not today");
    }
}
