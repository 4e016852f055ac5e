using FsmKit.Net;

namespace FsmKit.Testing;

/// <summary>
/// Counts the open sockets of a simulated process, and limits them as <c>ulimit -n</c> does. Loops with the same table are threads of one
/// process.
/// </summary>
/// <remarks>
/// Beyond the limit an accept fails with <see cref="System.Net.Sockets.SocketError.TooManyOpenSockets"/> and the connection stays in the
/// backlog. A connect fails with the same error, and listening throws an exception with it. Sockets that are open already stay open when
/// the limit is lowered.
/// </remarks>
public sealed class DescriptorTable
{
    private int _open;
    private int _refused;

    /// <summary>Maximum number of open sockets, listening ones included. Default: no limit. 0: no socket can be opened.</summary>
    public int Limit
    {
        get;
        set => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A process cannot have less than no descriptors.");
    } = int.MaxValue;

    /// <summary>Number of open sockets.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>Number of attempts to open a socket that failed because of <see cref="Limit"/>.</summary>
    public int Refused => Volatile.Read(ref _refused);

    /// <summary>Returns whether one more socket may be opened, and counts the attempt when not.</summary>
    internal bool HasRoom()
    {
        var hasRoom = Open < Limit;
        if (!hasRoom)
        {
            Interlocked.Increment(ref _refused);
        }

        return hasRoom;
    }

    /// <summary>Counts sockets that were opened, or closed when the number is negative.</summary>
    internal void Count(int opened) => Interlocked.Add(ref _open, opened);
}
