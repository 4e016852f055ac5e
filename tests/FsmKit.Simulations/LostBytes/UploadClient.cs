using FsmKit.Net;
using FsmKit.Simulations.Http;

namespace FsmKit.Simulations.LostBytes;

/// <summary>Sends bytes that follow from their place, and closes the connection.</summary>
[GClass]
[Input<EvConnected>, Input<EvRxData>, Input<EvDisconnected>]
public sealed partial class UploadClient : GObj
{
    /// <summary>Number of bytes to send.</summary>
    public int Length { get; set; }

    private enum State
    {
        [On<EvConnected>(nameof(AcSend)), Refuse<EvRxData>, Ignore<EvDisconnected>]
        Sending,
    }

    /// <inheritdoc/>
    protected override void StartUp() => Send(Create<GSock>("gsock", static gsock => (gsock.Host, gsock.Port) = ("127.0.0.1", 7007)), new EvConnect());

    private void AcSend(in EvConnected e)
    {
        Send(e.Gsock, new EvSendData(Pattern.Body(1, Length)));
        Send(e.Gsock, new EvClose());
    }
}
