using FsmKit.Net;
using FsmKit.Simulations.Http;

namespace FsmKit.Simulations.Restarting;

/// <summary>Wants an answer from a server that is stopped now and then, and asks again when it got none.</summary>
[GClass]
[Input<EvConnected>, Input<EvRxData>, Input<EvDisconnected>, Input<EvGoOn>]
public sealed partial class Visitor : GObj
{
    private static readonly byte[] Request = "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"u8.ToArray();

    private AnswerReader _reader = null!;
    private GSock _gsock = null!;
    private int _sent;

    /// <summary>The world that chooses for it.</summary>
    public World World { get; set; } = null!;

    private enum State
    {
        [Hot, On<EvGoOn>(nameof(AcConnect), Next = Asking)]
        [Refuse<EvConnected>, Refuse<EvRxData>, Refuse<EvDisconnected>]
        Waiting,

        [Hot, On<EvConnected>(nameof(AcConnected)), On<EvGoOn>(nameof(AcGoOn)), On<EvRxData>(nameof(AcRead))]
        [On<EvDisconnected>(Next = Over, When = nameof(IsAnswered)), On<EvDisconnected>(nameof(AcAgain), Next = Waiting)]
        Asking,

#pragma warning disable FSM0061 // Not final: what comes after the end is to be refused, and fails the schedule.
        [Ignore<EvGoOn>, Refuse<EvConnected>, Refuse<EvRxData>, Refuse<EvDisconnected>]
        Over,
#pragma warning restore FSM0061
    }

    /// <inheritdoc/>
    protected override void StartUp()
    {
        _gsock = Create<GSock>("gsock", static gsock => (gsock.Host, gsock.Port) = ("127.0.0.1", 8080));
        AcAgain();
    }

    private bool IsAnswered() => _reader.Complete is [{ Status: 200 }];

    private void AcAgain() => StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 20, 100)), new EvGoOn());

    private void AcConnect()
    {
        (_reader, _sent) = (new AnswerReader(static _ => false), 0);
        Send(_gsock, new EvConnect());
    }

    private void AcConnected()
    {
        if (World.Choose())
        {
            AcGoOn();
        }
        else
        {
            AcAgain();
        }
    }

    private void AcGoOn()
    {
        if (_gsock.IsConnected && _sent < Request.Length)
        {
            var count = Math.Min(World.Choose(Request.Length, 20), Request.Length - _sent);
            Send(_gsock, new EvSendData(Request.AsSpan(_sent, count)));
            _sent += count;
            AcAgain();
        }
    }

    private void AcRead(in EvRxData e) => _reader.Feed(e.Data);
}
