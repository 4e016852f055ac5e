using System.Text;
using ChatSample;
using FsmKit.Net;

namespace FsmKit.Testing.Tests.Samples.Chat;

/// <summary>Joins under its name, sends some lines, hears the lines of the others, and leaves after a minute.</summary>
[GClass]
[Input<EvConnected>, Input<EvRxData>, Input<EvDisconnected>]
public sealed partial class ChatClient : GObj
{
    private readonly LineReader _reader = new();
    private readonly List<string> _heard = [];

    /// <summary>Lines to send.</summary>
    public IReadOnlyList<string> Lines { get; set; } = [];

    /// <summary>Lines of the others.</summary>
    public IReadOnlyList<string> Heard => _heard;

    /// <summary>Whether it heard everything until it left by itself.</summary>
    public bool HasStayed { get; private set; }

    private enum State
    {
        [On<EvConnected>(nameof(AcSpeak), Next = Chatting), On<EvDisconnected>(Next = Over), Refuse<EvRxData>]
        Connecting,

        [On<EvRxData>(nameof(AcHear)), On<EvDisconnected>(Next = Over), After(60_000, nameof(AcStay), Next = Leaving), Refuse<EvConnected>]
        Chatting,

        [After(1_000, nameof(AcClose)), Ignore<EvRxData>, On<EvDisconnected>(Next = Over), Refuse<EvConnected>]
        Leaving,

        [Final]
        Over,
    }

    private GSock? _gsock;

    /// <inheritdoc/>
    protected override void StartUp() => Send(_gsock = Create<GSock>("gsock", static gsock => (gsock.Host, gsock.Port) = ("127.0.0.1", 7007)), new EvConnect());

    private void AcSpeak(in EvConnected e) => Send(e.Gsock, new EvSendData(Encoding.UTF8.GetBytes($"{Name}\n{string.Concat(Lines.Select(static line => line + "\n"))}")));

    private void AcHear(in EvRxData e)
    {
        _reader.Add(e.Data);
        while (_reader.TryTake(isWhole: false, out var line))
        {
            _heard.Add(line ?? "");
        }
    }

    private void AcStay() => HasStayed = true;

    private void AcClose() => Send(_gsock!, new EvClose());
}
