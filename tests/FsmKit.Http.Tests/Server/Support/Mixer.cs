using System.Globalization;
using System.Text;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>
/// Requests of many clients, answered at random: at once or later, whole or in pieces, in the turn of any later request. The right answer
/// follows from the client and its request.
/// </summary>
internal sealed class Mixer
{
    private static readonly int[] Lengths = [0, 1, 100, 3_000, 40_000, 90_000];

    private readonly Random _random;
    private readonly List<EvHttpRequest> _waiting = [];
    private readonly List<EvHttpRequest> _begun = [];

    public Mixer(Audience audience, int seed)
    {
        _random = new Random(seed);
        audience.OnRequest = Take;
    }

    public int Answered { get; private set; }

    /// <summary>Hands all the requests of one client to its connection, the last of which ends it.</summary>
    public static void SendAll(HttpPeer peer, int client, int count)
    {
        var all = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            var close = i == count - 1 ? "Connection: close\n" : "";
            all.Append(IsPost(i)
                ? $"POST /{client}/{i} HTTP/1.1\nHost: a\n{close}Content-Length: {i}\n\n{new string('p', i)}"
                : $"{(IsHead(i) ? "HEAD" : "GET")} /{client}/{i} HTTP/1.1\nHost: a\n{close}\n");
        }

        peer.Send(all.ToString());
    }

    /// <summary>Some time later.</summary>
    public void AnswerSome()
    {
        for (var i = _random.Next(4); i > 0; i--)
        {
            AnswerOne();
        }
    }

    /// <summary>Whether a client got its answers, in their order, and nothing else.</summary>
    public static void Check(HttpPeer peer, int client, int count, bool isWhole)
    {
        if (!isWhole && !peer.Text.Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            return;
        }

        var text = isWhole ? peer.Bytes : WholeHeads(peer.Bytes);
        var answers = Answer.All(text, [.. Enumerable.Range(0, count).Where(IsHead)]);
        Assert.True(isWhole ? answers.Count == count : answers.Count <= count);
        foreach (var (i, answer) in answers.Index())
        {
            Assert.Equal((200, $"/{client}/{i}"), (answer.Status, answer["X-For"]));
            var expected = IsHead(i) ? [] : Body(client, i);
            Assert.True(answer.Body.AsSpan().SequenceEqual(answer.IsWhole ? expected : expected.AsSpan(0, answer.Body.Length)), $"/{client}/{i}");
            Assert.True(answer.IsWhole || (!isWhole && i == answers.Count - 1));
        }
    }

    /// <summary>A connection that broke may have ended in the middle of a head.</summary>
    private static byte[] WholeHeads(byte[] bytes)
    {
        var last = Encoding.Latin1.GetString(bytes).LastIndexOf("HTTP/1.1 200", StringComparison.Ordinal);
        return bytes.AsSpan(last).IndexOf("\r\n\r\n"u8) >= 0 ? bytes : bytes[..last];
    }

    private static bool IsHead(int number) => number % 7 == 3 && !IsPost(number);

    private static bool IsPost(int number) => number % 5 == 4;

    private static byte[] Body(int client, int number)
    {
        var bytes = new byte[Lengths[((client * 31) + (number * 17)) % Lengths.Length]];
        new Random((client * 1000) + number).NextBytes(bytes);
        return bytes;
    }

    private void Take(EvHttpRequest e)
    {
        _waiting.Add(e);
        for (var i = _random.Next(3); i > 0; i--)
        {
            AnswerOne();
        }
    }

    private void AnswerOne()
    {
        _waiting.RemoveAll(static e => e.Response.IsOver);
        _begun.RemoveAll(static e => e.Response.IsOver);
        if (_begun.Count > 0 && _random.Next(2) == 0)
        {
            var begun = Pick(_begun);
            Answered++;
            begun.Response.Write(BodyOf(begun).AsSpan(BodyOf(begun).Length / 2));
            begun.Response.Finish();
        }
        else if (_waiting.Count > 0)
        {
            Begin(Pick(_waiting));
        }
    }

    private void Begin(EvHttpRequest e)
    {
        var body = BodyOf(e);
        e.Response.Headers.Add("X-For"u8, e.Request.Target);
        if (_random.Next(3) > 0)
        {
            Answered++;
            e.Response.Send(body);
            return;
        }

        _begun.Add(e);
        e.Response.Write(body.AsSpan(0, body.Length / 2));
        if (_random.Next(2) == 0)
        {
            e.Response.Flush();
        }
    }

    private static byte[] BodyOf(EvHttpRequest e)
    {
        var parts = e.Request.Path.Split('/');
        return Body(int.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture));
    }

    private EvHttpRequest Pick(List<EvHttpRequest> from)
    {
        var at = _random.Next(from.Count);
        var one = from[at];
        from.RemoveAt(at);
        return one;
    }
}
