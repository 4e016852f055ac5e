using FsmKit.Net;

namespace FsmKit.Simulations.Reconnecting;

/// <summary>Keeps sent and received messages and the events of connections, through the lives of all servers.</summary>
/// <param name="world">The world that gets the faults.</param>
internal sealed class Ledger(World world)
{
    private readonly Dictionary<int, int> _sent = [];
    private readonly HashSet<int> _refused = [];
    private readonly HashSet<int> _received = [];
    private int _moment;
    private int _lastEnd = -1;
    private bool _isConnected;

    /// <summary>Notes a message that the connex has taken, or refused.</summary>
    public void Sent(int id, Outcome outcome)
    {
        if (outcome == Outcome.Handled)
        {
            _sent.Add(id, _moment++);
        }
        else
        {
            _refused.Add(id);
        }
    }

    /// <summary>Notes a message that a server has got.</summary>
    public void Received(int id)
    {
        world.Check(_received.Add(id), $"Message {id} came twice.");
        world.Check(!_refused.Contains(id), $"Message {id} was refused, and came.");
    }

    /// <summary>Notes that the client has heard of a connection.</summary>
    public void Connected()
    {
        world.Check(!_isConnected, "A connection was told inside of another one.");
        _isConnected = true;
    }

    /// <summary>Notes that the client has heard of the end of one.</summary>
    public void Disconnected(DisconnectReason reason)
    {
        world.Check(_isConnected, $"An end ({reason}) was told without a connection.");
        (_isConnected, _lastEnd) = (false, _moment++);
    }

    /// <summary>Tells whether each message came.</summary>
    public bool IsComplete => _received.Count == _sent.Count;

    /// <summary>Tells whether each message came, or a connection that it may have been lost with has ended since it was sent.</summary>
    public bool IsBalanced => _sent.All(one => _received.Contains(one.Key) || one.Value < _lastEnd);
}
