namespace FsmKit.Testing;

/// <content>Processes that end and begin again.</content>
public sealed partial class World
{
    private static readonly DiskFaults Losing = new() { LosesUnflushed = true, TearsWrites = true };

    /// <summary>Makes a process and starts it.</summary>
    /// <param name="name">Its name, by which reports call its loops.</param>
    /// <param name="start">Makes its gobjs on <see cref="WorldNode.Loop"/>, from what its disk has, as the first step of that loop.</param>
    /// <param name="disk">What goes wrong with its disk; null loses and tears in a crash what was not flushed.</param>
    /// <param name="clockOffset">By how much its time of day is ahead of the world's; below zero it is behind.</param>
    public WorldNode Node(string name, Action<WorldNode> start, DiskFaults? disk = null, TimeSpan clockOffset = default)
    {
        ArgumentNullException.ThrowIfNull(start);
        return new WorldNode(this, name, start, disk ?? Losing, clockOffset);
    }

    /// <summary>Makes a disk of no particular process. Its <see cref="Disk.Crash"/> is called by the test.</summary>
    /// <param name="faults">What goes wrong; nothing if null.</param>
    public Disk Disk(DiskFaults? faults = null) => new(this, faults ?? DiskFaults.None);

    /// <summary>Keeps a start that is not the first one in the trace.</summary>
    internal void NoteStart(WorldNode node)
    {
        if (node.Starts > 1)
        {
            Note(node.Name, "is started again");
        }
    }
}
