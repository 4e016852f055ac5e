using System.Text;

namespace FsmKit.Net.Tests;

/// <summary>Sends requests and writes down the answers.</summary>
[GClass]
[Input<EvResponse>, Input<EvRequestFailed>, Input<EvAsk>]
public sealed partial class Asker : GObj
{
    public List<string> Heard { get; } = [];

    public GRequester Requester { get; set; } = null!;

    public Outcome Last { get; private set; }

    /// <summary>Action with an answer, besides writing it down.</summary>
    public Action<string>? OnAnswer { get; set; }

    private enum State : byte
    {
        [On<EvAsk>(nameof(AcAsk))]
        [On<EvResponse>(nameof(AcResponse))]
        [On<EvRequestFailed>(nameof(AcFailed))]
        Asking,
    }

    private void AcAsk(in EvAsk e) => Last = Send(Requester, new EvRequest(Encoding.Latin1.GetBytes(e.Text), e.Tag, TimeSpan.FromMilliseconds(e.Milliseconds)));

    private void AcResponse(in EvResponse e) => Hear($"{e.Tag} {Encoding.Latin1.GetString(e.Data)}");

    private void AcFailed(in EvRequestFailed e) => Hear($"{e.Tag} {e.Reason}");

    private void Hear(string text)
    {
        Heard.Add(text);
        OnAnswer?.Invoke(text);
    }
}

/// <summary>Has the asker ask.</summary>
public readonly record struct EvAsk(string Text, long Tag, int Milliseconds = 0);
