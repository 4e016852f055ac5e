using System.Text;

namespace FsmKit.Net.Tests.Examples;

/// <summary>The receiving side of SMTP (RFC 5321) for one client.</summary>
[GClass]
[Input<EvConnected>, Input<EvFrame>, Input<EvFrameFault>]
[Output<EvLetter>]
[On<EvFrameFault>(nameof(AcTooLong))]
public sealed partial class SmtpSession : GObj, ISession
{
    private enum State : byte
    {
        /// <summary>Commands that every state but the letter knows. A client that says nothing for five minutes is left alone.</summary>
        [On<EvFrame>(nameof(AcQuit), When = nameof(IsQuit))]
        [On<EvFrame>(nameof(AcOk), When = nameof(IsNothing))]
        [On<EvFrame>(nameof(AcForget), Next = Ready, When = nameof(IsHello))]
        [On<EvFrame>(nameof(AcWrongOrder))]
        [Idle(300_000, nameof(AcLeave))]
        Commands,

        /// <summary>The client has not said its name.</summary>
        [Inside(Commands), Initial]
        [On<EvConnected>(nameof(AcGreet))]
        Fresh,

        /// <summary>A letter may begin.</summary>
        [Inside(Commands)]
        [On<EvFrame>(nameof(AcSender), Next = Addressing, When = nameof(IsSender))]
        [Refuse<EvConnected>]
        Ready,

        /// <summary>The letter has a sender, and gets one receiver or more.</summary>
        [Inside(Commands)]
        [On<EvFrame>(nameof(AcReceiver), When = nameof(IsReceiver))]
        [On<EvFrame>(nameof(AcForget), Next = Ready, When = nameof(IsReset))]
        [On<EvFrame>(nameof(AcStart), Next = Writing, When = nameof(IsDataForSomeone))]
        [Refuse<EvConnected>]
        Addressing,

        /// <summary>Each line belongs to the letter, up to a line with a dot alone.</summary>
        [On<EvFrame>(nameof(AcDeliver), Next = Ready, When = nameof(IsDot))]
        [On<EvFrame>(nameof(AcTooMuch), When = nameof(IsFull))]
        [On<EvFrame>(nameof(AcLine))]
        [Idle(300_000, nameof(AcLeave))]
        [Refuse<EvConnected>]
        Writing,
    }

    private readonly List<string> _to = [];
    private readonly StringBuilder _text = new();
    private string _from = "";

    public GSock Gsock { get; set; } = null!;

    private static bool IsQuit(in EvFrame e) => Says(e, "QUIT");

    private static bool IsNothing(in EvFrame e) => Says(e, "NOOP") || Says(e, "RSET");

    private static bool IsReset(in EvFrame e) => Says(e, "RSET");

    private static bool IsHello(in EvFrame e) => Says(e, "HELO") || Says(e, "EHLO");

    private static bool IsSender(in EvFrame e) => Says(e, "MAIL FROM:");

    private bool IsReceiver(in EvFrame e) => Says(e, "RCPT TO:") && _to.Count < 100;

    private static bool IsDot(in EvFrame e) => e.Data.SequenceEqual("."u8);

    private bool IsFull() => _text.Length > 1_000_000;

    private bool IsDataForSomeone(in EvFrame e) => Says(e, "DATA") && _to.Count > 0;

    private void AcGreet() => Reply("220 letters, please");

    private void AcOk() => Reply("250 fine");

    private void AcWrongOrder() => Reply("503 not now");

    private void AcTooLong() => Reply("500 that line is too long");

    private void AcForget()
    {
        _to.Clear();
        _text.Clear();
        Reply("250 fine");
    }

    private void AcSender(in EvFrame e)
    {
        _from = Address(e);
        Reply("250 fine");
    }

    private void AcReceiver(in EvFrame e)
    {
        _to.Add(Address(e));
        Reply("250 fine");
    }

    private void AcStart() => Reply("354 end it with a dot");

    /// <summary>A line of the letter that begins with a dot has another dot before it (RFC 5321 §4.5.2).</summary>
    private void AcLine(in EvFrame e) => _text.Append(Encoding.UTF8.GetString(e.Data.StartsWith("."u8) ? e.Data[1..] : e.Data)).Append('\n');

    private void AcDeliver()
    {
        Publish(new EvLetter(_from, [.. _to], _text.ToString()));
        AcForget();
    }

    private void AcTooMuch()
    {
        Reply("552 too long a letter");
        AcLeave();
    }

    private void AcQuit()
    {
        Reply("221 goodbye");
        AcLeave();
    }

    private void AcLeave() => Send(Gsock, new EvClose());

    private void Reply(string line) => Send(Gsock, new EvSendData(Encoding.UTF8.GetBytes(line + "\r\n")));

    private static bool Says(in EvFrame e, string command) => Encoding.UTF8.GetString(e.Data).StartsWith(command, StringComparison.OrdinalIgnoreCase);

    private static string Address(in EvFrame e)
    {
        var line = Encoding.UTF8.GetString(e.Data);
        return line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('<', '>') is [_, var address, ..] ? address : "";
    }
}
