using System.Net;
using System.Net.Sockets;
using FsmKit.Net;

namespace FsmKit.Testing;

/// <summary>
/// A network in memory, for tests: what is above the socket runs on it without ports, in the time of any clock, with the faults that the
/// test asks for. Loops join it with a <see cref="MemoryReactor"/> each, in one thread or in several.
/// </summary>
/// <remarks>
/// Every address is this network's, and ports are its own; a Unix socket's path makes no file. A listener on an any-address takes connects
/// to each address of its family, one on <c>::</c> those to IPv4 too. Connections end as TCP connections do, half-closing and resets
/// included. A connect that finds the backlog full waits for room.
/// </remarks>
public sealed partial class MemoryNetwork
{
    private readonly TimeProvider _time;
    private readonly Random? _random;

    /// <summary>Makes a network.</summary>
    /// <param name="time">The clock of <see cref="MemoryFaults.MinDelay"/>: the one that the loops have, the system's if null.</param>
    /// <param name="faults">What goes wrong; nothing if null.</param>
    public MemoryNetwork(TimeProvider? time = null, MemoryFaults? faults = null)
        : this(time ?? TimeProvider.System, faults ?? MemoryFaults.None, random: null)
    {
    }

    /// <summary>The same with dice of somebody else, who decides what happens; null are those of the faults.</summary>
    internal MemoryNetwork(TimeProvider time, MemoryFaults faults, Random? random)
    {
        _time = time;
        _random = random;
        _start = _time.GetTimestamp();
        Dice = new FaultDice(faults, random);
    }

    /// <summary>What goes wrong from now on; set anew, its dice begin anew.</summary>
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

    /// <summary>How many bytes one direction of a connection holds before a send falls short. Default 64 KiB.</summary>
    public int PipeCapacity
    {
        get;
        init => field = value > 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A pipe holds at least one byte.");
    } = 64 * 1024;

    /// <summary>How many connections are open at one end at least, accepted or not.</summary>
    public int Connections { get; private set; }

    /// <summary>How many listen.</summary>
    public int Listeners => _listening.Count;

    /// <summary>The one lock: whatever an end, a backlog or a list of ready links holds is read and changed under it.</summary>
    internal object Gate { get; } = new();

    internal FaultDice Dice { get; private set; }

    /// <summary>Connects a peer that is no gobj, for a test that plays the other side itself; no fault concerns the connect.</summary>
    /// <param name="remote">Where to.</param>
    /// <param name="local">From where; null is the loopback address, or the destination's own, with a free port.</param>
    /// <exception cref="SocketException">
    /// Nobody listens there (<see cref="SocketError.ConnectionRefused"/>), or nobody answers: the backlog is full, or it is a black hole
    /// (<see cref="SocketError.TimedOut"/>).
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

    /// <summary>Listens as a peer that is no gobj.</summary>
    /// <param name="local">Where; port 0 takes a free one. Null is a free port of 127.0.0.1.</param>
    /// <param name="backlog">How many connections it keeps until they are accepted, at least one.</param>
    /// <exception cref="SocketException">The address is in use.</exception>
    public MemoryListener Listen(EndPoint? local = null, int backlog = 128)
    {
        lock (Gate)
        {
            return new MemoryListener(this, Bind(local ?? new IPEndPoint(IPAddress.Loopback, 0), backlog, isShared: false));
        }
    }

    /// <summary>Makes an address one from which no answer to a connect ever comes, or an ordinary one again.</summary>
    public void SetBlackHole(IPAddress address, bool isSilent = true)
    {
        ArgumentNullException.ThrowIfNull(address);
        lock (Gate)
        {
            _ = isSilent ? _blackHoles.Add(address) : _blackHoles.Remove(address);
        }
    }
}
