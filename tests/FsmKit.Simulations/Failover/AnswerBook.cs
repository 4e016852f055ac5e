using System.Globalization;
using System.Net;
using System.Text;

namespace FsmKit.Simulations.Failover;

/// <summary>Keeps questions and their answers, through all connections.</summary>
/// <param name="world">The world that gets the faults.</param>
internal sealed class AnswerBook(World world)
{
    private readonly Dictionary<EndPoint, (int Good, int Bad, int Last)> _said = [];
    private readonly HashSet<int> _received = [];

    /// <summary>Longest line of an answer.</summary>
    public const int LongestLine = 12;

    /// <summary>Time from which on a question is too old to be sent; null without such a time.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>Times at which the questions were asked.</summary>
    public List<TimeSpan> Asked { get; } = [];

    /// <summary>Number of questions that a server has got.</summary>
    public int Received => _received.Count;

    /// <summary>Makes the next question.</summary>
    public byte[] Ask(int length)
    {
        Asked.Add(world.Elapsed);
        return Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Asked.Count}{new string(' ', length)}\n"));
    }

    /// <summary>Notes a question that a server has got over the connection of a client, and makes the answer.</summary>
    /// <param name="client">The address of the client.</param>
    /// <param name="question">The question.</param>
    /// <param name="onTheWay">Longest time that a sent question takes.</param>
    /// <param name="isAnswered">Whether the answer is sent.</param>
    /// <param name="isBad">Whether the answer is no line that a client accepts.</param>
    public byte[] Answer(EndPoint client, ReadOnlySpan<byte> question, TimeSpan onTheWay, bool isAnswered, bool isBad)
    {
        var number = int.Parse(question, NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);
        var (good, bad, last) = _said.GetValueOrDefault(client);
        world.Check(number > last && number <= Asked.Count, $"Question {number} came behind question {last}.");
        world.Check(_received.Add(number), $"Question {number} came twice.");
        world.Check(Timeout is not { } timeout || world.Elapsed < Asked[number - 1] + timeout + onTheWay, $"Question {number} was sent after its time.");
        _said[client] = (good + (isAnswered && !isBad ? 1 : 0), bad + (isAnswered && isBad ? 1 : 0), number);
        return Encoding.Latin1.GetBytes(isBad ? new string('x', 2 * LongestLine) + "\n" : string.Create(CultureInfo.InvariantCulture, $"{number}\n"));
    }

    /// <summary>Fails the schedule if a client that is told of an end in good order has not got all answers.</summary>
    public void EndsWell(EndPoint client, int good, int bad)
    {
        var (saidGood, saidBad, _) = _said.GetValueOrDefault(client);
        world.Check((saidGood, saidBad) == (good, bad), $"The stream has ended after {good} answers and {bad} bad ones, and {saidGood} and {saidBad} were sent.");
    }
}
