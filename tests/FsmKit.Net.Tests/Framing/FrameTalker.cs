using System.Text;

namespace FsmKit.Net.Tests;

/// <summary>A session that notes the events of its connection, and does as the test says.</summary>
[GClass]
[Input<EvConnected>, Input<EvFrame>, Input<EvFrameFault>, Input<EvRxData>, Input<EvDisconnected>]
[Input<EvPoke>]
public sealed partial class FrameTalker : GObj, ISession
{
    public GSock Gsock { get; set; } = null!;

    /// <summary>All events, for the tests that look after the end of the session.</summary>
    public List<string> Heard { get; set; } = [];

    public Action<FrameTalker, string>? OnFrame { get; set; }

    public Action<FrameTalker>? OnData { get; set; }

    public Action<FrameTalker>? OnFault { get; set; }

    public Action<FrameTalker>? OnStart { get; set; }

    public Action<FrameTalker>? OnConnected { get; set; }

    public Action<FrameTalker>? OnEnd { get; set; }

    private enum State : byte
    {
        [On<EvConnected>(nameof(AcConnected))]
        [On<EvFrame>(nameof(AcFrame))]
        [On<EvFrameFault>(nameof(AcFault))]
        [On<EvRxData>(nameof(AcData))]
        [On<EvDisconnected>(nameof(AcDisconnected))]
        [On<EvPoke>(nameof(AcPoke))]
        Talking,
    }

    public void Say(string text) => Send(Gsock, new EvSendData(Encoding.Latin1.GetBytes(text)));

    protected override void StartUp() => OnStart?.Invoke(this);

    protected override void GoOut() => Heard.Add("gone");

    private void AcConnected()
    {
        Heard.Add("connected");
        OnConnected?.Invoke(this);
    }

    private void AcFrame(in EvFrame e)
    {
        var text = Encoding.Latin1.GetString(e.Data);
        Heard.Add(text);
        OnFrame?.Invoke(this, text);
    }

    private void AcFault(in EvFrameFault e)
    {
        Heard.Add($"fault {e.Fault}");
        OnFault?.Invoke(this);
    }

    private void AcData(in EvRxData e)
    {
        Heard.Add($"raw {Encoding.Latin1.GetString(e.Data)}");
        OnData?.Invoke(this);
    }

    private void AcDisconnected(in EvDisconnected e)
    {
        Heard.Add($"disconnected {e.Reason}");
        OnEnd?.Invoke(this);
    }

    private void AcPoke(in EvPoke e) => e.Do(this);
}

/// <summary>Does something in an action of the session.</summary>
public readonly record struct EvPoke(Action<FrameTalker> Do);

/// <summary>The program around the sessions.</summary>
[GClass]
public sealed partial class FrameOwner : GObj
{
    private enum State : byte
    {
        Idle,
    }
}
