namespace FsmKit.Testing.Tests.Systems.FailureDetector;

/// <summary>Pings the nodes in rounds, pings the silent ones again, and tells the client which ones stay silent.</summary>
[GClass]
[Input<EvPong>]
public sealed partial class Detector : GObj
{
    private readonly List<Node> _silent = [];
    private int _attempts;

    /// <summary>Has the nodes that are taken to be alive.</summary>
    public List<Node> Nodes { get; } = [];

    /// <summary>Hears of dead nodes.</summary>
    public Client Client { get; set; } = null!;

    /// <summary>Number of pings to a silent node in a round.</summary>
    public int Attempts { get; set; } = 2;

    /// <summary>Counts the rounds to come. The last one has to begin after the last crash.</summary>
    public int Rounds { get; set; } = 3;

    /// <summary>Tells of one dead node in a round, and forgets the others.</summary>
    public bool IsForgetful { get; set; }

    private enum State
    {
        [After(1000, nameof(AcBegin), Next = Pinging, When = nameof(HasRounds)), After(1000, Next = Done)]
        [Ignore<EvPong>]
        Resting,

        [Enter(nameof(AcPing)), On<EvPong>(nameof(AcHear)), Always(Next = Resting, When = nameof(IsAnswered))]
        [After(100, Next = Pinging, When = nameof(MayRetry)), After(100, nameof(AcTell), Next = Resting)]
        Pinging,

        [Final]
        Done,
    }

    private bool HasRounds() => Rounds > 0;

    private bool IsAnswered() => _silent.Count == 0;

    private bool MayRetry() => _attempts < Attempts;

    private void AcBegin()
    {
        Rounds--;
        _attempts = 0;
        _silent.AddRange(Nodes);
    }

    private void AcPing()
    {
        _attempts++;
        foreach (var node in _silent)
        {
            Post(node, new EvPing());
        }
    }

    private void AcHear(in EvPong e) => _silent.Remove(e.Node);

    private void AcTell()
    {
        foreach (var node in IsForgetful ? _silent.Take(1) : _silent)
        {
            Post(Client, new EvDead(node));
        }

        Nodes.RemoveAll(_silent.Contains);
        _silent.Clear();
    }
}
