using FsmKit.Net;

namespace FsmKit.Testing.Tests.Systems.Lines;

/// <summary>Sends lines, and reads their lengths.</summary>
[GClass]
[Input<EvConnected>, Input<EvRxData>, Input<EvDisconnected>]
public sealed partial class LineClient : GObj
{
    private readonly List<int> _lengths = [];

    /// <summary>Answers of the server.</summary>
    public IReadOnlyList<int> Lengths => _lengths;

    /// <summary>Time of the last read.</summary>
    public DateTimeOffset LastRead { get; private set; }

    /// <summary>Tells whether the connection has ended.</summary>
    public bool IsOver => CurrentState == State.Over;

    private enum State
    {
        [On<EvConnected>(nameof(AcSend), Next = Reading), On<EvDisconnected>(Next = Over), Refuse<EvRxData>]
        Connecting,

        [On<EvRxData>(nameof(AcRead)), On<EvDisconnected>(Next = Over), Refuse<EvConnected>]
        Reading,

        [Final]
        Over,
    }

    /// <inheritdoc/>
    protected override void StartUp() => Send(Create<GSock>("gsock", static gsock => (gsock.Host, gsock.Port) = ("127.0.0.1", 7007)), new EvConnect());

    private void AcSend(in EvConnected e) => Send(e.Gsock, new EvSendData("one\nthree\n"u8));

    private void AcRead(in EvRxData e)
    {
        LastRead = Gaplic.Time.GetUtcNow();
        foreach (var one in e.Data)
        {
            _lengths.Add(one);
        }
    }
}
