using System.Net;
using FsmKit.Net;

namespace FsmKit.Simulations.Preloads;

/// <summary>Collects the bytes of each connection, and closes the connection after the last flushed byte.</summary>
[GClass]
[Input<EvConnected>, Input<EvRxData>, Input<EvDisconnected>]
public sealed partial class Collector : GObj
{
    private readonly Dictionary<GSock, (EndPoint Client, int Count)> _open = [];

    /// <summary>The world that gets the faults.</summary>
    public World World { get; set; } = null!;

    /// <summary>Output of the connections, by the addresses of their clients.</summary>
    internal Dictionary<EndPoint, Load> Loads { get; set; } = null!;

    /// <summary>Number of connections that have not ended.</summary>
    public int Open => _open.Count;

    private enum State
    {
        [On<EvConnected>(nameof(AcBegin)), On<EvRxData>(nameof(AcCollect)), On<EvDisconnected>(nameof(AcEnd))]
        Collecting,
    }

    /// <inheritdoc/>
    protected override void StartUp() => Create<GServerSock>("server", static server => (server.Host, server.Port) = ("127.0.0.1", 7007));

    private void AcBegin(in EvConnected e) => _open.Add(e.Gsock, (e.Peername!, 0));

    private void AcCollect(in EvRxData e)
    {
        var (client, count) = _open[e.Gsock];
        foreach (var one in e.Data)
        {
            World.Check(one == Load.ByteAt(count++), "A byte came that was not sent there.");
        }

        _open[e.Gsock] = (client, count);
        if (!Loads[client].IsClosed && count >= Loads[client].Flushed)
        {
            Send(e.Gsock, new EvClose());
        }
    }

    private void AcEnd(in EvDisconnected e)
    {
        _open.Remove(e.Gsock, out var one);
        var load = Loads.GetValueOrDefault(one.Client) ?? new Load();
        World.Check(one.Count <= load.Count && one.Count >= load.Flushed, $"{one.Count} bytes came of {load.Count}, and {load.Flushed} were flushed.");
        World.Check(!load.IsClosed || one.Count == load.Count, $"{one.Count} bytes came of {load.Count}, and the connection was closed in good order.");
    }
}
