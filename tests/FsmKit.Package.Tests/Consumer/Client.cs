using System.Text;
using FsmKit;
using FsmKit.Net;

namespace Consumer;

/// <summary>Says hello and keeps the answer.</summary>
[GClass]
[Input<EvConnected>, Input<EvRxData>]
public sealed partial class Client : GObj
{
    public string Answer { get; private set; } = "";

    [Parameter]
    public partial int Port { get; set; }

    private enum State : byte
    {
        [On<EvConnected>(nameof(AcGreet), Next = Talking)]
        [Refuse]
        Connecting,

        [On<EvRxData>(nameof(AcKeep))]
        [Refuse]
        Talking,
    }

    protected override void StartUp() =>
        Send(Create<GSock>("gsock", gsock => (gsock.Host, gsock.Port) = ("127.0.0.1", Port)), new EvConnect());

    private void AcGreet(in EvConnected e) => Send(e.Gsock, new EvSendData("hello"u8));

    private void AcKeep(in EvRxData e) => Answer += Encoding.UTF8.GetString(e.Data);
}
