using System.Text;
using FsmKit;
using FsmKit.Net;

namespace ChatSample;

/// <summary>Serves one connection: makes lines of received bytes, and sends the lines of the room to the client.</summary>
[GClass]
[Input<EvRxData>, Input<EvDisconnected>]
[Input<EvLine>, Input<EvTooLong>, Input<EvJoined>, Input<EvNameTaken>, Input<EvTold>]
public sealed partial class Session : GObj
{
    private readonly LineReader _reader = new();

    /// <summary>The connection.</summary>
    public GSock Gsock { get; set; } = null!;

    /// <summary>Room of all sessions.</summary>
    public Room Room { get; set; } = null!;

    /// <summary>A bug: takes the bytes of one read for a line. The bug does not show on one machine, where lines come whole.</summary>
    [Parameter]
    public partial bool TakesReadsForLines { get; set; }

    /// <summary>A bug: leaves the room only when the client ends the connection in good order.</summary>
    [Parameter]
    public partial bool ForgetsResets { get; set; }

    private enum State : byte
    {
        /// <summary>The client is connected.</summary>
        [On<EvRxData>(nameof(AcRead))]
        [On<EvTooLong>(nameof(AcSayTooLong))]
        [On<EvDisconnected>(nameof(AcLeave), Next = Gone)]
        [Refuse]
        Connected,

        /// <summary>The next line is a name. A taken name calls for another one.</summary>
        [Inside(Connected)]
        [On<EvLine>(nameof(AcAskForName), When = nameof(IsBlank))]
        [On<EvLine>(nameof(AcJoin), Next = Joining)]
        Naming,

        /// <summary>The room is asked. Lines of the client are deferred: a line may have come in the same read as the name.</summary>
        [Inside(Connected)]
        [On<EvJoined>(Next = Chatting)]
        [On<EvNameTaken>(nameof(AcSayTaken), Next = Naming)]
        [Defer<EvLine>]
        Joining,

        /// <summary>In the room. Each line goes to all sessions.</summary>
        [Inside(Connected)]
        [On<EvLine>(nameof(AcSay))]
        [On<EvTold>(nameof(AcTell))]
        Chatting,

        /// <summary>The client has gone.</summary>
        [Final]
        Gone,
    }

    private void AcRead(in EvRxData e)
    {
        _reader.Add(e.Data);
        while (_reader.TryTake(TakesReadsForLines, out var line))
        {
            if (line is null)
            {
                Raise(new EvTooLong());
            }
            else
            {
                Raise(new EvLine(line));
            }
        }
    }

    private static bool IsBlank(in EvLine e) => string.IsNullOrWhiteSpace(e.Text);

    private void AcAskForName() => Write("* say a name first");

    private void AcJoin(in EvLine e) => Send(Room, new EvJoin(this, e.Text));

    private void AcSay(in EvLine e) => Send(Room, new EvSay(this, e.Text));

    private void AcSayTaken(in EvNameTaken e) => Write($"* {e.Name} is taken, say another name");

    private void AcSayTooLong() => Write($"* a line has {LineReader.MaxBytes} bytes at most");

    private void AcTell(in EvTold e) => Write(e.Line);

    private void AcLeave(in EvDisconnected e)
    {
        if (!ForgetsResets || e.Reason != DisconnectReason.Broken)
        {
            Send(Room, new EvLeave(this));
        }
    }

    /// <summary>Sends a line to the client, unless the connection is about to end.</summary>
    private void Write(string line)
    {
        if (Gsock.IsConnected)
        {
            Send(Gsock, new EvSendData(Encoding.UTF8.GetBytes(line + "\n")));
        }
    }
}
