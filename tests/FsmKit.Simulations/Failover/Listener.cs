using System.Globalization;
using System.Net;
using System.Text;
using FsmKit.Net;

namespace FsmKit.Simulations.Failover;

/// <summary>The client's end of one connection: answers that have come, as frames or as bytes.</summary>
/// <param name="world">The world that gets the faults.</param>
/// <param name="book">Questions and answers.</param>
/// <param name="client">The address of the client.</param>
internal sealed class Listener(World world, AnswerBook book, EndPoint client)
{
    private readonly StringBuilder _begun = new();
    private int _good;
    private int _bad;
    private int _last;

    /// <summary>Whether the other side has ended its stream.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Number of answers that were told as faults.</summary>
    public int Faults { get; private set; }

    /// <summary>Bytes have come.</summary>
    public void Hear(ReadOnlySpan<byte> data)
    {
        foreach (var one in data)
        {
            if (one != (byte)'\n')
            {
                _begun.Append((char)one);
                continue;
            }

            Answered(_begun.ToString());
            _begun.Clear();
        }
    }

    /// <summary>An answer has come.</summary>
    public void Answered(string answer)
    {
        if (answer.StartsWith('x'))
        {
            _bad++;
            return;
        }

        var number = int.Parse(answer, CultureInfo.InvariantCulture);
        world.Check(number > _last && number <= book.Asked.Count, $"Answer {number} came behind answer {_last}.");
        _last = number;
        _good++;
    }

    /// <summary>An answer was too long.</summary>
    public void Failed()
    {
        _bad++;
        Faults++;
    }

    /// <summary>The other side has ended its stream, and this one has not.</summary>
    public void EndInput()
    {
        world.Check(!HasEnded, "The end of a stream was told twice.");
        HasEnded = true;
        book.EndsWell(client, _good, _bad);
    }

    /// <summary>The connection has ended.</summary>
    public void End(DisconnectReason reason)
    {
        if (reason == DisconnectReason.PeerClosed)
        {
            book.EndsWell(client, _good, _bad);
        }

        world.Check(reason is DisconnectReason.PeerClosed or DisconnectReason.Dropped or DisconnectReason.BadFrame, $"A connection without a fault ended for {reason}.");
        world.Check(reason != DisconnectReason.BadFrame || Faults == 1, $"A connection ended for a bad frame, and {Faults} were told.");
    }
}
