namespace FsmKit.Net.Tests;

/// <summary>Checks received messages, and echoes them.</summary>
[GClass]
[Input<EvConnected>, Input<EvDisconnected>, Input<EvRxData>]
public sealed partial class StormServer : GObj
{
    private readonly Dictionary<GSock, StormStream> _open = [];

    internal StormBooks Books { get; set; } = null!;

    private enum State : byte
    {
        [On<EvConnected>(nameof(AcConnected))]
        [On<EvRxData>(nameof(AcData))]
        [On<EvDisconnected>(nameof(AcDisconnected))]
        Serving,
    }

    internal int Open => _open.Count;

    private void AcConnected(in EvConnected e) => _open.Add(e.Gsock, new StormStream());

    private void AcData(in EvRxData e)
    {
        _open[e.Gsock].Add(e.Data);
        Send(e.Gsock, new EvSendData(e.Data));
    }

    private void AcDisconnected(in EvDisconnected e)
    {
        _open.Remove(e.Gsock, out var stream);
        Books.ServerEnded(stream!, in e);
    }
}
