using System.Net.Sockets;

namespace FsmKit.Net.Tests;

/// <summary>A subscriber that notes the events of a server.</summary>
[GClass]
[Input<EvConnected>, Input<EvDisconnected>, Input<EvRxData>, Input<EvEndpoint>, Input<EvServing>, Input<EvRefused>]
public sealed partial class Watcher : GObj
{
    public List<string> Events { get; } = [];

    public List<GSock> Gsocks { get; } = [];

    public Action<EvEndpoint>? OnEndpoint { get; set; }

    private enum State : byte
    {
        [On<EvEndpoint>(nameof(AcEndpoint))]
        [On<EvServing>(nameof(AcServing))]
        [On<EvRefused>(nameof(AcRefused))]
        [On<EvConnected>(nameof(AcConnected))]
        [Ignore<EvDisconnected>, Ignore<EvRxData>]
        Idle,
    }

    private void AcEndpoint(in EvEndpoint e)
    {
        Events.Add($"{e.Step} {e.Address}");
        OnEndpoint?.Invoke(e);
    }

    private void AcServing(in EvServing e) => Events.Add($"{e.Change}");

    private void AcRefused(in EvRefused e) => Events.Add($"refused {e.Reason}");

    private void AcConnected(in EvConnected e) => Gsocks.Add(e.Gsock);

    /// <summary>Whether a peer was refused: it receives a reset, or an end if the system got there first.</summary>
    internal static bool IsRefused(Socket peer)
    {
        try
        {
            return peer.Receive(new byte[1]) == 0;
        }
        catch (SocketException x)
        {
            return x.SocketErrorCode == SocketError.ConnectionReset;
        }
    }
}
