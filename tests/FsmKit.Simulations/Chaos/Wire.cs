using System.Net;

namespace FsmKit.Simulations.Chaos;

/// <summary>Bytes that both ends of one connection have handed over.</summary>
/// <param name="world">The world that gets the faults.</param>
internal sealed class Wire(World world)
{
    private readonly Dictionary<EndPoint, int[]> _handed = [];

    /// <summary>Begins a connection that has this address at its client.</summary>
    public void Begin(EndPoint client) => _handed.TryAdd(client, [0, 0]);

    /// <summary>Notes that a side has handed over so many bytes.</summary>
    /// <returns>Number of bytes that the side had handed over before.</returns>
    public int Hand(EndPoint client, bool isServer, int count)
    {
        var handed = _handed[client];
        var before = handed[isServer ? 1 : 0];
        handed[isServer ? 1 : 0] += count;
        return before;
    }

    /// <summary>Fails the schedule when a side is told that the other one has ended in good order, and has not got all that it had handed over.</summary>
    public void EndsWell(EndPoint client, bool isServer, int got)
    {
        var handed = _handed[client][isServer ? 0 : 1];
        world.Check(handed == got, $"The stream to the {(isServer ? "server" : "client")} has ended in good order after {got} bytes, and {handed} were handed over.");
    }
}
