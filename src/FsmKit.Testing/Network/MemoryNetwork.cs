using System.Net;
using System.Net.Sockets;
using FsmKit.Net;

namespace FsmKit.Testing;

/// <summary>
/// Network in memory for tests. Its sockets use no ports of the machine. It works with any clock and simulates the failures that the test
/// sets. Each loop joins with a <see cref="MemoryReactor"/>; the loops may share a thread or have one each.
/// </summary>
/// <remarks>
/// All addresses and ports belong to this network; the path of a Unix socket creates no file. A listener on an any-address (<c>0.0.0.0</c>,
/// <c>::</c>) accepts connects to each address of its family, and one on <c>::</c> also those to IPv4. Connections end as TCP connections
/// do, with half-closes and resets. A connect that finds the backlog full waits for room.
/// </remarks>
public sealed partial class MemoryNetwork
{
    private readonly TimeProvider _time;
    private readonly Random? _random;

    /// <summary>Creates a network.</summary>
    /// <param name="time">The clock of the delays. Use the clock of the loops. Null takes the system clock.</param>
    /// <param name="faults">The simulated failures and delays; null for none.</param>
    public MemoryNetwork(TimeProvider? time = null, MemoryFaults? faults = null)
        : this(time ?? TimeProvider.System, faults ?? MemoryFaults.None, random: null)
    {
    }

    /// <summary>Creates a network whose faults draw from other random numbers; null draws from those of the faults.</summary>
    internal MemoryNetwork(TimeProvider time, MemoryFaults faults, Random? random)
    {
        _time = time;
        _random = random;
        _start = _time.GetTimestamp();
        Dice = new FaultDice(faults, random);
    }

    /// <summary>
    /// The simulated failures and delays from now on. Setting them restarts their random numbers from <see cref="MemoryFaults.Seed"/>.
    /// </summary>
    public MemoryFaults Faults
    {
        get => Dice.Faults;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            lock (Gate)
            {
                Dice = new FaultDice(value, _random);
            }
        }
    }

    /// <summary>Number of bytes that one direction of a connection holds before a send is cut short. Default 64 KiB.</summary>
    public int PipeCapacity
    {
        get;
        init => field = value > 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A pipe holds at least one byte.");
    } = 64 * 1024;

    /// <summary>Number of connections that are open at one end at least, accepted or not.</summary>
    public int Connections { get; private set; }

    /// <summary>Number of listening sockets.</summary>
    public int Listeners => _listening.Count;

    /// <summary>The lock for the contents of all ends, backlogs and lists of ready links.</summary>
    internal object Gate { get; } = new();

    internal FaultDice Dice { get; private set; }

    /// <summary>
    /// Connects without a gobj, for a test that acts as the client itself. <see cref="Faults"/> do not affect the connect. Callable from
    /// any thread.
    /// </summary>
    /// <param name="remote">The destination.</param>
    /// <param name="local">
    /// The local address. Null takes loopback, or the address of the destination if that is not loopback, with a free port.
    /// </param>
    /// <exception cref="SocketException">
    /// No listener has the address (<see cref="SocketError.ConnectionRefused"/>). Or no answer comes, because the backlog is full or
    /// because of <see cref="SetBlackHole"/> (<see cref="SocketError.TimedOut"/>).
    /// </exception>
    public MemoryPeer Connect(EndPoint remote, EndPoint? local = null)
    {
        ArgumentNullException.ThrowIfNull(remote);
        lock (Gate)
        {
            var end = NewClient(remote, local);
            if (!IsBlackHole(end.Remote!))
            {
                Answer(end);
            }

            if (end.IsConnected)
            {
                return new MemoryPeer(this, end);
            }

            end.Close(abortive: true);
            throw new SocketException((int)(end.Error == SocketError.Success ? SocketError.TimedOut : end.Error));
        }
    }

    /// <summary>Listens without a gobj, for a test that acts as the server itself. Callable from any thread.</summary>
    /// <param name="local">The address; port 0 takes a free one. Null takes a free port of 127.0.0.1.</param>
    /// <param name="backlog">Maximum number of connections that wait to be accepted, at least 1. Default 128.</param>
    /// <exception cref="SocketException">The address is in use.</exception>
    public MemoryListener Listen(EndPoint? local = null, int backlog = 128)
    {
        lock (Gate)
        {
            return new MemoryListener(this, Bind(local ?? new IPEndPoint(IPAddress.Loopback, 0), backlog, isShared: false));
        }
    }

    /// <summary>
    /// Sets whether connects to an address get no answer at all, which is a black hole (<paramref name="isSilent"/> true), or work as usual
    /// (false).
    /// </summary>
    public void SetBlackHole(IPAddress address, bool isSilent = true)
    {
        ArgumentNullException.ThrowIfNull(address);
        lock (Gate)
        {
            _ = isSilent ? _blackHoles.Add(address) : _blackHoles.Remove(address);
        }
    }
}
