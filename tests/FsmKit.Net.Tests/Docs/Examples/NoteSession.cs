using System.Text;

namespace FsmKit.Net.Tests.Examples;

/// <summary>Keeps notes for one client: "put NAME LENGTH" and the note behind it, "get NAME", "quit".</summary>
[GClass]
[Input<EvConnected>, Input<EvFrame>, Input<EvFrameFault>]
[On<EvFrameFault>(nameof(AcTooLong))]
public sealed partial class NoteSession : GObj, ISession
{
    private string _name = "";

    public GSock Gsock { get; set; } = null!;

    public Dictionary<string, byte[]> Notes { get; set; } = null!;

    private enum State : byte
    {
        /// <summary>The next frame is a line.</summary>
        [On<EvConnected>(nameof(AcGreet))]
        [On<EvFrame>(nameof(AcExpect), Next = Receiving, When = nameof(IsPut))]
        [On<EvFrame>(nameof(AcAnswer))]
        Commands,

        /// <summary>The next frame is a note. It has ten seconds.</summary>
        [On<EvFrame>(nameof(AcKeep), Next = Commands)]
        [After(10_000, nameof(AcGiveUp))]
        [Refuse<EvConnected>]
        Receiving,
    }

    private static bool IsPut(in EvFrame e) => Words(e) is ["put", _, var length] && int.TryParse(length, out var count) && count is >= 0 and <= 100_000;

    private void AcGreet() => Say("notes, at your service");

    private void AcExpect(in EvFrame e)
    {
        var words = Words(e);
        _name = words[1];
        Gsock.ExpectBlock(int.Parse(words[2]));
    }

    private void AcKeep(in EvFrame e)
    {
        Notes[_name] = e.Data.ToArray();
        Say("kept");
    }

    private void AcAnswer(in EvFrame e)
    {
        switch (Words(e))
        {
            case ["get", var name] when Notes.TryGetValue(name, out var note):
                Say($"{note.Length}");
                Send(Gsock, new EvSendData(note));
                break;
            case ["quit"]:
                Send(Gsock, new EvClose());
                break;
            default:
                Say("what?");
                break;
        }
    }

    private void AcTooLong() => Say("that line is too long");

    private void AcGiveUp() => Send(Gsock, new EvDrop(Resets: true));

    private void Say(string line) => Send(Gsock, new EvSendData(Encoding.UTF8.GetBytes(line + "\n")));

    private static string[] Words(in EvFrame e) => Encoding.UTF8.GetString(e.Data).Split(' ');
}
