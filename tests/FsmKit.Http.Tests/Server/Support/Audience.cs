using FsmKit.Net;

namespace FsmKit.Http.Tests;

/// <summary>The application of a test: notes the events of its server and channels, and answers as the test says.</summary>
[GClass(Reentrancy = Reentrancy.Nested)]
[Input<EvHttpChannelOpened>, Input<EvHttpRequest>, Input<EvHttpChannelClosed>, Input<EvHttpServerStopped>, Input<EvShut>]
public sealed partial class Audience : GObj
{
    /// <summary>From now on it refuses requests.</summary>
    public readonly record struct EvShut;

    public List<string> Events { get; } = [];

    public List<GHttpCliSrv> Channels { get; } = [];

    /// <summary>The requests that it got and that <see cref="OnRequest"/> left alone.</summary>
    public List<HttpRequest> Requests { get; } = [];

    public Action<EvHttpRequest>? OnRequest { get; set; }

    public Action<GHttpCliSrv>? OnOpened { get; set; }

    public Action<GHttpCliSrv>? OnClosed { get; set; }

    private enum State : byte
    {
        [On<EvHttpRequest>(nameof(AcRequest))]
        [On<EvShut>(Next = Shut)]
        [On<EvHttpChannelOpened>(nameof(AcOpened)), On<EvHttpChannelClosed>(nameof(AcClosed))]
        [On<EvHttpServerStopped>(nameof(AcStopped))]
        Open,

        [On<EvHttpChannelOpened>(nameof(AcOpened)), On<EvHttpChannelClosed>(nameof(AcClosed))]
        [On<EvHttpServerStopped>(nameof(AcStopped))]
        [Refuse]
        Shut,
    }

    private void AcRequest(in EvHttpRequest e)
    {
        Events.Add($"request {e.Request}");
        if (OnRequest is { } answer)
        {
            answer(e);
        }
        else
        {
            Requests.Add(e.Request);
        }
    }

    private void AcOpened(in EvHttpChannelOpened e)
    {
        Events.Add($"opened {e.Channel.Name}");
        Channels.Add(e.Channel);
        OnOpened?.Invoke(e.Channel);
    }

    private void AcClosed(in EvHttpChannelClosed e)
    {
        Events.Add($"closed {e.Channel.Name} {e.Reason}");
        OnClosed?.Invoke(e.Channel);
    }

    private void AcStopped(in EvHttpServerStopped e) => Events.Add($"stopped {e.Dropped}");
}
