namespace FsmKit.Net.Tests.Examples;

[GClass]
[Input<EvConnected>, Input<EvRxData>, Input<EvDisconnected>]
public sealed partial class EchoServer : GObj
{
    private enum State : byte
    {
        [On<EvRxData>(nameof(AcEcho))]
        [Ignore<EvConnected>]
        [Ignore<EvDisconnected>]
        Serving,
    }

    protected override void StartUp() => Create<GServerSock>("server", server => server.Port = 7007);

    private void AcEcho(in EvRxData e) => Send(e.Gsock, new EvSendData(e.Data));
}
