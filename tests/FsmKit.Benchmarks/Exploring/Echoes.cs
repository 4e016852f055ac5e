using FsmKit.Net;
using FsmKit.Testing;

namespace FsmKit.Benchmarks.Exploring;

/// <summary>Echoes received bytes.</summary>
[GClass, Input<EvConnected>, Input<EvRxData>, Input<EvDisconnected>]
internal sealed partial class EchoHost : GObj
{
    private enum State
    {
        [On<EvRxData>(nameof(AcEcho)), Ignore<EvConnected>, Ignore<EvDisconnected>]
        Serving,
    }

    /// <inheritdoc/>
    protected override void StartUp() => Create<GServerSock>("server", static server => server.Port = Echoes.Port);

    private void AcEcho(in EvRxData e) => Send(e.Gsock, new EvSendData(e.Data));
}

/// <summary>Sends a message, waits for it to come back, and sends the next one.</summary>
[GClass, Input<EvConnected>, Input<EvRxData>, Input<EvDisconnected>]
internal sealed partial class EchoGuest : GObj
{
    private int _missing;

    /// <summary>Messages that are still to be sent.</summary>
    public int Left { get; set; }

    private enum State
    {
        [On<EvConnected>(nameof(AcSend)), On<EvRxData>(nameof(AcCount)), Ignore<EvDisconnected>]
        Talking,
    }

    /// <inheritdoc/>
    protected override void StartUp() =>
        Send(Create<GSock>("client", static client => (client.Host, client.Port) = ("127.0.0.1", Echoes.Port)), new EvConnect());

    private void AcSend(in EvConnected e) => Say(e.Gsock);

    private void AcCount(in EvRxData e)
    {
        _missing -= e.Data.Length;
        if (_missing == 0 && --Left > 0)
        {
            Say(e.Gsock);
        }
    }

    private void Say(GSock gsock)
    {
        _missing = Echoes.Message.Length;
        Send(gsock, new EvSendData(Echoes.Message));
    }
}

/// <summary>An echo server and two clients on the network in memory, each on a loop of its own, with no check but that nothing is refused or leaks.</summary>
internal static class Echoes
{
    public const int Port = 7007;

    public static byte[] Message { get; } = new byte[100];

    public static void SetUp(World world, int messages)
    {
        world.Loop("server").Create<EchoHost>();
        for (var i = 0; i < 2; i++)
        {
            world.Loop($"client{i}").Create<EchoGuest>(configure: guest => guest.Left = messages);
        }
    }
}
