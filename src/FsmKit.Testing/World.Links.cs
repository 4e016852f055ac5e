using FsmKit.Net;

namespace FsmKit.Testing;

/// <content><see cref="FsmKit.Testing.Link"/> objects between loops, and the separation of loops.</content>
public sealed partial class World
{
    private readonly List<Link> _links = [];
    private readonly HashSet<(GAplic One, GAplic Other)> _separated = [];

    /// <summary>The loop that runs its step; null in the set-up and while the clock moves.</summary>
    internal GAplic? Running { get; private set; }

    /// <summary>Number of a loop, from 1; 0 without a loop.</summary>
    internal int NumberOf(GAplic? loop) => loop is null ? 0 : _loops.IndexOf(loop) + 1;

    /// <summary>Creates a <see cref="FsmKit.Testing.Link"/>, which loses, repeats and delays the events posted through it.</summary>
    /// <param name="faults">The losses, repeats and delays; null for none.</param>
    public Link Link(LinkFaults? faults = null)
    {
        var link = new Link(this, faults ?? LinkFaults.None);
        _links.Add(link);
        return link;
    }

    /// <summary>
    /// Separates two loops, as a cut cable does. Events between them through a <see cref="FsmKit.Testing.Link"/> are lost. Bytes and
    /// connects between their sockets wait until <see cref="Heal"/>, as TCP would repeat them. Events posted without a link still arrive.
    /// </summary>
    public void Separate(GAplic one, GAplic other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        _separated.Add((one, other));
        Note(one.Name, $"is kept apart from {other.Name}");
        if (one.Reactor is MemoryReactor mine && other.Reactor is MemoryReactor theirs)
        {
            Network.Separate(mine, theirs);
        }
    }

    /// <summary>Creates the reactor of a loop that opens its first socket. The loop may be separated from others already.</summary>
    private MemoryReactor JoinNetwork(GAplic loop)
    {
        var reactor = new MemoryReactor(Network);
        if (_tables?.GetValueOrDefault(loop) is { } table)
        {
            reactor.Descriptors = table;
        }

        foreach (var (one, other) in _separated.Where(pair => pair.One == loop || pair.Other == loop))
        {
            if ((one == loop ? other : one).Reactor is MemoryReactor theirs)
            {
                Network.Separate(reactor, theirs);
            }
        }

        return reactor;
    }

    /// <summary>Separates a group of loops from all other loops.</summary>
    public void Isolate(params ReadOnlySpan<GAplic> group)
    {
        foreach (var loop in _loops)
        {
            if (!loop.IsDestroyed && !group.Contains(loop))
            {
                foreach (var member in group)
                {
                    Separate(member, loop);
                }
            }
        }
    }

    /// <summary>Ends all separations of <see cref="Separate"/>; bytes and connects that have waited are on their way.</summary>
    public void Heal()
    {
        _separated.Clear();
        Note("(world)", "all loops are together again");
        _network?.Heal();
    }

    internal bool IsSeparated(GAplic? one, GAplic other) => one is not null && _separated.Count > 0 && (_separated.Contains((one, other)) || _separated.Contains((other, one)));

    /// <summary>Runs an action at a later simulated time, for example to end a separation or to restart a process.</summary>
    /// <param name="time">The simulated time until then; zero for the next move of the clock.</param>
    /// <param name="action">The action. Its exception fails the simulated run.</param>
    public void After(TimeSpan time, Action action) => _time.CreateTimer(static action => ((Action)action!)(), action, time, Timeout.InfiniteTimeSpan);
}
