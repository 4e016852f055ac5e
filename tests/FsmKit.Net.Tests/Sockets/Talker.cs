using System.Net;
using System.Text;

namespace FsmKit.Net.Tests;

/// <summary>The application of a test: notes the events of its gsocks, and does as the test says.</summary>
[GClass]
[Input<EvConnected>, Input<EvDisconnected>, Input<EvRxData>, Input<EvTransmitReady>, Input<EvInputEnded>]
[Input<EvHighWater>, Input<EvLowWater>]
public sealed partial class Talker : GObj
{
    public List<string> Events { get; } = [];

    public MemoryStream Received { get; } = new();

    public List<GSock> Gsocks { get; } = [];

    public Action<GSock>? OnConnected { get; set; }

    public Action<EvDisconnected>? OnDisconnected { get; set; }

    public Action<GSock>? OnTransmitReady { get; set; }

    public Action<GSock, byte[]>? OnData { get; set; }

    public Action<GSock>? OnInputEnded { get; set; }

    /// <summary>Peer of the last EvConnected.</summary>
    public EndPoint? LastPeer { get; private set; }

    public string Text => Encoding.UTF8.GetString(Received.ToArray());

    private enum State : byte
    {
        [On<EvConnected>(nameof(AcConnected))]
        [On<EvDisconnected>(nameof(AcDisconnected))]
        [On<EvRxData>(nameof(AcData))]
        [On<EvTransmitReady>(nameof(AcTransmitReady))]
        [On<EvInputEnded>(nameof(AcInputEnded))]
        [On<EvHighWater>(nameof(AcHighWater))]
        [On<EvLowWater>(nameof(AcLowWater))]
        Idle,
    }

    public int Count(string e) => Events.Count(one => one == e || one.StartsWith(e + " ", StringComparison.Ordinal));

    private void AcConnected(in EvConnected e)
    {
        Events.Add("connected");
        LastPeer = e.Peername;
        Gsocks.Add(e.Gsock);
        OnConnected?.Invoke(e.Gsock);
    }

    private void AcDisconnected(in EvDisconnected e)
    {
        Events.Add($"disconnected {e.Reason} {e.Error}");
        OnDisconnected?.Invoke(e);
    }

    private void AcData(in EvRxData e)
    {
        Received.Write(e.Data);
        OnData?.Invoke(e.Gsock, e.Data.ToArray());
    }

    private void AcTransmitReady(in EvTransmitReady e)
    {
        Events.Add("ready");
        OnTransmitReady?.Invoke(e.Gsock);
    }

    private void AcInputEnded(in EvInputEnded e)
    {
        Events.Add("ended");
        OnInputEnded?.Invoke(e.Gsock);
    }

    private void AcHighWater() => Events.Add("high");

    private void AcLowWater() => Events.Add("low");
}
