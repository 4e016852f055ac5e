using System.Text;
using FsmKit;
using FsmKit.Net;

namespace MyApp;

/// <summary>The conversation with one client: the first line is a name, each further one gets an answer.</summary>
[GClass]
[Input<EvConnected>, Input<EvFrame>]
public sealed partial class GreeterSession : GObj, ISession
{
    private string _name = "";

    /// <summary>The connection. The session ends with it.</summary>
    public GSock Gsock { get; set; } = null!;

    private enum State : byte
    {
        /// <summary>The client has not said a name. It has a minute.</summary>
        [On<EvConnected>(nameof(AcAsk))]
        [On<EvFrame>(nameof(AcGreet), Next = Talking)]
        [After(60_000, nameof(AcHangUp))]
        Asking,

        /// <summary>The client is known.</summary>
        [On<EvFrame>(nameof(AcHangUp), When = nameof(IsGoodbye))]
        [On<EvFrame>(nameof(AcAnswer))]
        [Refuse<EvConnected>]
        Talking,
    }

    private static bool IsGoodbye(in EvFrame e) => e.Data.SequenceEqual("bye"u8);

    private void AcAsk() => Say("Who are you?");

    private void AcGreet(in EvFrame e)
    {
        _name = Encoding.UTF8.GetString(e.Data);
        Say($"Hello, {_name}!");
    }

    private void AcAnswer(in EvFrame e) => Say($"{_name} says: {Encoding.UTF8.GetString(e.Data)}");

    private void AcHangUp() => Send(Gsock, new EvClose());

    private void Say(string line) => Send(Gsock, new EvSendData(Encoding.UTF8.GetBytes(line + "\n")));
}
