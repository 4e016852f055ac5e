namespace FsmKit.Net;

/// <summary>The ports that a client tries in turn, and how far it is.</summary>
internal sealed class PortsInTurn
{
    private readonly Queue<int> _left = new();

    /// <summary>What is tried at the next connect.</summary>
    public IReadOnlyList<int> All { get; set; } = [];

    public bool IsUsed { get; set; }

    /// <summary>Whether one of this connect has not been tried.</summary>
    public bool HasNext => _left.Count > 0;

    /// <summary>Begins from the first one; <see cref="End"/> for a connect that names its port.</summary>
    public void Begin()
    {
        End();
        foreach (var port in All)
        {
            _left.Enqueue(port);
        }
    }

    /// <summary>No more of them are tried.</summary>
    public void End() => _left.Clear();

    public int Next() => _left.Dequeue();
}
