namespace FsmKit.Net.Tests.Examples;

[GClass]
[Input<EvConnected>, Input<EvDisconnected>, Input<EvRxData>, Input<EvTick>]
public sealed partial class Reporter : GObj
{
    private GConnex _uplink = null!;

    private enum State : byte
    {
        [On<EvTick>(nameof(AcReport))]
        [On<EvRxData>(nameof(AcAnswer))]
        [Ignore<EvConnected>, Ignore<EvDisconnected>]
        Reporting,
    }

    protected override void StartUp() => _uplink = Create<GConnex>("uplink", connex =>
        connex.Destinations = [new("one.example.org", 7007), new("two.example.org", 7007)]);

    private void AcReport(in EvTick e) => Send(_uplink, new EvSendData(e.Report));

    private void AcAnswer(in EvRxData e) => Use(e.Data);
}
