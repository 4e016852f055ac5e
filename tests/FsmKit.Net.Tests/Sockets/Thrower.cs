namespace FsmKit.Net.Tests;

/// <summary>Throws in a selected event, or in every one.</summary>
[GClass]
[Input<EvConnected>, Input<EvDisconnected>, Input<EvRxData>, Input<EvTransmitReady>, Input<EvInputEnded>]
[Input<EvFrame>, Input<EvFrameFault>]
[Input<EvHighWater>, Input<EvLowWater>, Input<EvEndpoint>, Input<EvServing>, Input<EvRefused>]
public sealed partial class Thrower : GObj
{
    public const string Every = "every event";

    public string? Throws { get; set; }

    public int Thrown { get; private set; }

    /// <summary>Number of exceptions, by event.</summary>
    public Dictionary<string, int> ThrownIn { get; } = [];

    public List<GSock> Gsocks { get; } = [];

    private enum State : byte
    {
        [On<EvConnected>(nameof(AcHear))]
        [On<EvDisconnected>(nameof(AcHear))]
        [On<EvTransmitReady>(nameof(AcHear))]
        [On<EvInputEnded>(nameof(AcHear))]
        [On<EvHighWater>(nameof(AcHear))]
        [On<EvLowWater>(nameof(AcHear))]
        [On<EvEndpoint>(nameof(AcHear))]
        [On<EvServing>(nameof(AcHear))]
        [On<EvRefused>(nameof(AcHear))]
        [On<EvRxData>(nameof(AcHear))]
        [On<EvFrame>(nameof(AcHear))]
        [On<EvFrameFault>(nameof(AcHear))]
        Idle,
    }

    private void AcHear(in EvConnected e)
    {
        Gsocks.Add(e.Gsock);
        Hear(nameof(EvConnected));
    }

    private void AcHear(in EvDisconnected e) => Hear(nameof(EvDisconnected));

    private void AcHear(in EvTransmitReady e) => Hear(nameof(EvTransmitReady));

    private void AcHear(in EvInputEnded e) => Hear(nameof(EvInputEnded));

    private void AcHear(in EvHighWater e) => Hear(nameof(EvHighWater));

    private void AcHear(in EvLowWater e) => Hear(nameof(EvLowWater));

    private void AcHear(in EvEndpoint e) => Hear(nameof(EvEndpoint));

    private void AcHear(in EvServing e) => Hear(nameof(EvServing));

    private void AcHear(in EvRefused e) => Hear(nameof(EvRefused));

    private void AcHear(in EvRxData e) => Hear(nameof(EvRxData));

    private void AcHear(in EvFrame e) => Hear(nameof(EvFrame));

    private void AcHear(in EvFrameFault e) => Hear(nameof(EvFrameFault));

    private void Hear(string e)
    {
        if (e == Throws || Throws == Every)
        {
            Thrown++;
            ThrownIn[e] = ThrownIn.GetValueOrDefault(e) + 1;
            throw new InvalidTimeZoneException("not today");
        }
    }
}
