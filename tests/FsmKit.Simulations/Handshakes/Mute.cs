using FsmKit.Net;

namespace FsmKit.Simulations.Handshakes;

/// <summary>Accepts connections and answers nothing.</summary>
[GClass]
[Input<EvConnected>, Input<EvRxData>, Input<EvDisconnected>]
public sealed partial class Mute : GObj
{
    private enum State
    {
        [Ignore<EvConnected>, Ignore<EvRxData>, Ignore<EvDisconnected>]
        Listening,
    }

    /// <inheritdoc/>
    protected override void StartUp() => Create<GServerSock>("server", static server => (server.Host, server.Port) = ("127.0.0.1", StallScenario.MutePort));
}
