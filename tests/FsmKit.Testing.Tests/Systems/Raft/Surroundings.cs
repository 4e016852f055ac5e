namespace FsmKit.Testing.Tests.Systems.Raft;

/// <summary>Lets election timeouts pass, asks leaders for heartbeats, and sends commands to leaders: a few times, in an order that the schedule chooses.</summary>
/// <remarks>
/// Incident numbers: that of a node ends its election timeout, the next one is a heartbeat, the two after that are a command.
/// </remarks>
[GClass]
[Input<EvTick>]
public sealed partial class Surroundings : GObj
{
    private const int Kinds = 3;

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
    protected override void StartUp() => Post(this, new EvTick());

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
        Act(_done < Opening.Count ? Opening[_done] : World.Choose(Nodes.Count + Kinds));
        _done++;
        if (World.Choose(4) == 3)
        {
            Post(this, new EvTick());
        }
        else
        {
            StartTimer(Rest, new EvTick());
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
