using FsmKit.Net;

namespace FsmKit.Testing;

/// <content>What is between the loops.</content>
public sealed partial class World
{
    private readonly List<Link> _links = [];
    private readonly HashSet<(GAplic One, GAplic Other)> _separated = [];

    /// <summary>The loop that has the step; null in the set-up and while the clock moves.</summary>
    internal GAplic? Running { get; private set; }

    /// <summary>Makes a link: events that are posted through it are lost, repeated and delayed.</summary>
    /// <param name="faults">What can become of them; null loses none.</param>
    public Link Link(LinkFaults? faults = null)
    {
        var link = new Link(this, faults ?? LinkFaults.None);
        _links.Add(link);
        return link;
    }

    /// <summary>
    /// Keeps two loops apart, as a cut cable does: what one of them sends the other through a <see cref="FsmKit.Testing.Link"/> is lost, and bytes and connects between their sockets wait
    /// until <see cref="Heal"/>, as those of TCP do. What is posted without a link still comes.
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

    /// <summary>Makes the reactor of a loop whose first socket is to be opened; it may be kept apart from others already.</summary>
    private MemoryReactor JoinNetwork(GAplic loop)
    {
        var reactor = new MemoryReactor(Network);
        foreach (var (one, other) in _separated.Where(pair => pair.One == loop || pair.Other == loop))
        {
            if ((one == loop ? other : one).Reactor is MemoryReactor theirs)
            {
                Network.Separate(reactor, theirs);
            }
        }

        return reactor;
    }

    /// <summary>Keeps one group of loops apart from all others.</summary>
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

    /// <summary>Brings all loops together again; what their sockets have sent meanwhile is on its way.</summary>
    public void Heal()
    {
        _separated.Clear();
        Note("(world)", "all loops are together again");
        _network?.Heal();
    }

    internal bool IsSeparated(GAplic? one, GAplic other) => one is not null && _separated.Count > 0 && (_separated.Contains((one, other)) || _separated.Contains((other, one)));

    /// <summary>Does something later, as a step of the clock between two of the loops: heals a cut, starts a process again.</summary>
    /// <param name="time">How long it takes until then; zero is the next step of the clock.</param>
    /// <param name="action">What is done. Its exception fails the schedule.</param>
    public void After(TimeSpan time, Action action) => _time.CreateTimer(static action => ((Action)action!)(), action, time, Timeout.InfiniteTimeSpan);
}
