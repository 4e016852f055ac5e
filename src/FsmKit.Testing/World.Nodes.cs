namespace FsmKit.Testing;

/// <content>Simulated processes that crash and restart.</content>
public sealed partial class World
{
    private static readonly DiskFaults Losing = new() { LosesUnflushed = true, TearsWrites = true };

    // The tables of loops that have not opened a socket yet count, too.
    private Dictionary<GAplic, DescriptorTable>? _tables;

    /// <summary>Creates a simulated process and starts it.</summary>
    /// <param name="name">The name of the process and its loops in reports.</param>
    /// <param name="start">
    /// Creates the gobjs on <see cref="WorldNode.Loop"/> from the contents of the disk. Runs as the first step of the loop, at each start.
    /// </param>
    /// <param name="disk">
    /// The simulated failures of its disk. Null: a crash can lose writes that were not flushed, or keep only their beginning.
    /// </param>
    /// <param name="clockOffset">
    /// The difference between the time of day of the process and that of the world; negative when it is behind. Default zero.
    /// </param>
    public WorldNode Node(string name, Action<WorldNode> start, DiskFaults? disk = null, TimeSpan clockOffset = default)
    {
        ArgumentNullException.ThrowIfNull(start);
        return new WorldNode(this, name, start, disk ?? Losing, clockOffset);
    }

    /// <summary>Creates a disk that belongs to no process. The test itself calls its <see cref="Disk.Crash"/>.</summary>
    /// <param name="faults">The simulated failures; null for none.</param>
    public Disk Disk(DiskFaults? faults = null) => new(this, faults ?? DiskFaults.None);

    /// <summary>
    /// Makes loops the threads of one simulated process, and limits the number of its open sockets. <see cref="DescriptorTable.Limit"/> may
    /// change at any time; see <see cref="WorldNode.Descriptors"/> for a process that restarts.
    /// </summary>
    /// <param name="limit">Maximum number of open sockets of these loops together, listening ones included.</param>
    /// <param name="loops">The loops.</param>
    /// <returns>The number of open sockets of the process and its limit.</returns>
    public DescriptorTable LimitDescriptors(int limit, params ReadOnlySpan<GAplic> loops)
    {
        var table = new DescriptorTable { Limit = limit };
        foreach (var loop in loops)
        {
            Share(table, loop);
        }

        return table;
    }

    /// <summary>Gives a loop a table of descriptors.</summary>
    internal void Share(DescriptorTable table, GAplic loop)
    {
        ArgumentNullException.ThrowIfNull(loop);
        (_tables ??= [])[loop] = table;
        if (loop.Reactor is MemoryReactor reactor)
        {
            reactor.Descriptors = table;
        }
    }

    /// <summary>Records a restart in the trace.</summary>
    internal void NoteStart(WorldNode node)
    {
        if (node.Starts > 1)
        {
            Note(node.Name, "is started again");
        }
    }
}
