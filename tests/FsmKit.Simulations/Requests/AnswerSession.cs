using System.Buffers;
using System.Text;
using FsmKit.Net;

namespace FsmKit.Simulations.Requests;

/// <summary>Answers each request by the request itself: at once, after a while, or by the end of the connection.</summary>
[GClass]
[Input<EvFrame>, Input<EvFrameFault>, Input<EvThought>]
public sealed partial class AnswerSession : GObj, ISession
{
    private readonly ArrayBufferWriter<byte> _answer = new();

    /// <inheritdoc/>
    public GSock Gsock { get; set; } = null!;

    /// <summary>The world that chooses for it.</summary>
    public World World { get; set; } = null!;

    /// <summary>Ledger of requests.</summary>
    internal RequestLedger Ledger { get; set; } = null!;

    private enum State
    {
        [On<EvFrame>(nameof(AcThink), Next = Thinking, When = nameof(IsHard))]
        [On<EvFrame>(nameof(AcAnswer))]
        [On<EvFrameFault>(nameof(AcFail)), Ignore<EvThought>]
        Listening,

        [Enter(nameof(AcPause)), Exit(nameof(AcResume))]
        [On<EvThought>(nameof(AcSay), Next = Listening)]
        [On<EvFrame>(nameof(AcFail)), On<EvFrameFault>(nameof(AcFail))]
        Thinking,
    }

    private static bool IsHard(in EvFrame e) => Content(e.Data).EndsWith('?');

    private void AcThink(in EvFrame e)
    {
        Take(e.Data);
        StartTimer(TimeSpan.FromMilliseconds(World.Choose(1, 40, 300)), new EvThought());
    }

    private void AcAnswer(in EvFrame e)
    {
        Take(e.Data);
        switch (World.Choose(16))
        {
            case 15:
                Gsock.Send(new EvDrop(World.Choose()));
                break;
            case 14:
                AcSay();
                Gsock.Send(new EvClose());
                break;
            case 13:
                Destroy();
                break;
            default:
                AcSay();
                break;
        }
    }

    private void Take(ReadOnlySpan<byte> frame)
    {
        Ledger.Arrived(Content(frame), World.Elapsed);
        _answer.ResetWrittenCount();
        Gsock.Framing!.Write(_answer, frame);
    }

    private void AcSay()
    {
        if (Gsock.IsConnected)
        {
            Send(Gsock, new EvSendData(_answer.WrittenSpan));
        }
    }

    private void AcFail() => World.Check(false, "A frame came while the session had paused, or bytes were no frame.");

    private void AcPause() => Send(Gsock, new EvPauseReceiving());

    private void AcResume()
    {
        if (Gsock.IsConnected)
        {
            Send(Gsock, new EvResumeReceiving());
        }
    }

    /// <summary>The request without the id that may be in front of it.</summary>
    private static string Content(ReadOnlySpan<byte> frame) => Encoding.Latin1.GetString(frame[frame.LastIndexOf((byte)'#')..]);
}
