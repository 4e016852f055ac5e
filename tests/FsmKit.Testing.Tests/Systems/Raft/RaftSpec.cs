namespace FsmKit.Testing.Tests.Systems.Raft;

/// <summary>States the safety properties of Raft, as figure 3 of the paper has them.</summary>
public sealed class RaftSpec(World world)
{
    private readonly Dictionary<int, Node> _leaders = [];
    private readonly List<(Entry Entry, int Term)> _applied = [];

    /// <summary>Notes that a node has become leader.</summary>
    public void Lead(Node node) => _leaders.TryAdd(node.Term, node);

    /// <summary>Checks that no other node has applied something else at an index (state machine safety).</summary>
    public void Apply(Node node, int index, Entry entry)
    {
        if (index > _applied.Count)
        {
            _applied.Add((entry, node.Term));
        }

        world.Check(_applied[index - 1].Entry == entry, $"At index {index}, {node} applied {entry}, and another node {_applied[index - 1].Entry}.");
    }

    /// <summary>Checks the rules of all nodes after each step.</summary>
    public void Watch(IReadOnlyList<Node> nodes)
    {
        world.Always("no term has two leaders", () => nodes.All(IsTheLeader));
        world.Always("logs with the same entry are the same up to it", () => nodes.All(one => nodes.All(other => Match(one.Log, other.Log))));
        world.Always("a leader has what was committed in the terms before", () => nodes.All(IsComplete));
    }

    private bool IsTheLeader(Node node) => !node.IsLeader || !_leaders.TryGetValue(node.Term, out var leader) || leader == node;

    private static bool Match(IReadOnlyList<Entry> one, IReadOnlyList<Entry> other)
    {
        var same = Math.Min(one.Count, other.Count);
        while (same > 0 && one[same - 1].Term != other[same - 1].Term)
        {
            same--;
        }

        return one.Take(same).SequenceEqual(other.Take(same));
    }

    private bool IsComplete(Node node)
    {
        for (var i = 0; node.IsLeader && i < _applied.Count; i++)
        {
            if (_applied[i].Term < node.Term && (i >= node.Log.Count || node.Log[i] != _applied[i].Entry))
            {
                return false;
            }
        }

        return true;
    }
}
