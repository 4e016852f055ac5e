namespace FsmKit.Net;

/// <summary>Ports that a client tries in turn, and those left to try.</summary>
internal sealed class PortsInTurn
{
    private readonly Queue<int> _left = new();

    /// <summary>Ports of the next connect.</summary>
    public IReadOnlyList<int> All { get; set; } = [];

    public bool IsUsed { get; set; }

    /// <summary>Whether a port of the current connect has not been tried.</summary>
    public bool HasNext => _left.Count > 0;

    /// <summary>Starts a connect with the first port.</summary>
    public void Begin()
    {
        End();
        foreach (var port in All)
        {
            _left.Enqueue(port);
        }
    }

    /// <summary>Leaves out the untried ports; for a connect that names its port.</summary>
    public void End() => _left.Clear();

    public int Next() => _left.Dequeue();
}
