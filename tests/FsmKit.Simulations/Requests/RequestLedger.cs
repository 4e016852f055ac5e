namespace FsmKit.Simulations.Requests;

/// <summary>Keeps sent, received and answered requests.</summary>
/// <param name="world">The world that gets the faults.</param>
/// <param name="mayRepeat">Whether a request may arrive more than once.</param>
internal sealed class RequestLedger(World world, bool mayRepeat)
{
    /// <summary>Longest time from a send to the session's reading: the delays of the network, and three requests before it to think about.</summary>
    private static readonly TimeSpan OnTheWay = TimeSpan.FromMilliseconds(1_100);

    private readonly Dictionary<string, TimeSpan> _deadlines = [];
    private readonly Dictionary<long, string> _open = [];
    private readonly HashSet<string> _arrived = [];

    /// <summary>Number of requests without an answer.</summary>
    public int Open => _open.Count;

    /// <summary>Number of requests that were answered by a response.</summary>
    public int Responses { get; private set; }

    /// <summary>Notes a request.</summary>
    public void Asked(long tag, string content, TimeSpan timeout)
    {
        _open.Add(tag, content);
        _deadlines.Add(content, world.Elapsed + timeout);
    }

    /// <summary>Notes that a server has got a request.</summary>
    public void Arrived(string content, TimeSpan at)
    {
        world.Check(_deadlines.TryGetValue(content, out var deadline), $"'{content}' was never asked.");
        world.Check(at <= deadline + OnTheWay, $"'{content}' was sent after its time.");
        world.Check(_arrived.Add(content) || mayRepeat, $"'{content}' arrived twice.");
    }

    /// <summary>Notes a response, which is the content of its request.</summary>
    public void Answered(long tag, string content)
    {
        world.Check(_open.Remove(tag, out var asked), $"Request {tag} got a second answer.");
        world.Check(asked == content, $"'{asked}' got the response '{content}'.");
        Responses++;
    }

    /// <summary>Notes a failure.</summary>
    public void Failed(long tag) => world.Check(_open.Remove(tag), $"Request {tag} got a second answer.");
}
