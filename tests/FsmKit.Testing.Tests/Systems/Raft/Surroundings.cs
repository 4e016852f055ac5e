namespace FsmKit.Testing.Tests.Systems.Raft;

/// <summary>Lets election timeouts pass, asks leaders for heartbeats, and sends commands to leaders: a few times, in an order that the schedule chooses.</summary>
/// <remarks>
/// The first incident happens at the start. After each incident the schedule chooses the time of the next one: in the same event, in an event
/// that is posted at once, so that other loops may have steps before, or after <see cref="Rest"/>.
/// Incident numbers: that of a node ends its election timeout, the next one is a heartbeat, the two after that are a command.
/// </remarks>
[GClass]
[Input<EvTick>]
public sealed partial class Surroundings : GObj
{
    private const int Kinds = 3;
    private const int Pauses = 10; // One goes on, one posts a tick, the others rest.

    private int _done;
    private int _command;

    /// <summary>Pause of the surroundings when they do not go on at once.</summary>
    public static TimeSpan Rest { get; } = TimeSpan.FromSeconds(1);

    /// <summary>The nodes.</summary>
    public IReadOnlyList<Node> Nodes { get; set; } = [];

    /// <summary>The world that the nodes are in.</summary>
    public World World { get; set; } = null!;

    /// <summary>Number of incidents.</summary>
    public int Times { get; set; }

    /// <summary>First incidents; the schedule chooses those after them.</summary>
    public IReadOnlyList<int> Opening { get; set; } = [];

    /// <inheritdoc/>
    protected override void StartUp() => AcTick();

    private enum State
    {
        [On<EvTick>(Next = Over, When = nameof(IsOver)), On<EvTick>(nameof(AcTick))]
        Busy,

        [Final]
        Over,
    }

    private bool IsOver() => _done == Times;

    private void AcTick()
    {
        bool goesOn;
        do
        {
            Act(_done < Opening.Count ? Opening[_done] : World.Choose(Nodes.Count + Kinds));
            _done++;
            goesOn = Pause();
        }
        while (goesOn);
    }

    /// <summary>Lets the schedule choose when the next incident happens.</summary>
    /// <returns>True when the next incident happens before anything else.</returns>
    private bool Pause()
    {
        switch (_done == Times ? 0 : World.Choose(Pauses))
        {
            case 1:
                return true;
            case 2:
                Post(this, new EvTick());
                return false;
            default:
                StartTimer(Rest, new EvTick());
                return false;
        }
    }

    private void Act(int what)
    {
        if (what < Nodes.Count)
        {
            Post(Nodes[what], new EvElection());
        }
        else
        {
            AskLeaders(isHeartbeat: what == Nodes.Count);
        }
    }

    private void AskLeaders(bool isHeartbeat)
    {
        foreach (var leader in Nodes.Where(static node => node.IsLeader))
        {
            if (isHeartbeat)
            {
                Post(leader, new EvHeartbeat());
            }
            else
            {
                Post(leader, new EvCommand(++_command));
            }
        }
    }
}
