using System.Globalization;
using System.Net.Sockets;
using System.Text;
using FsmKit.Net;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>A client that sends its requests one behind the other in pieces of any size, ends or not, reads or waits, as a seed says.</summary>
internal sealed class SeededClient(MemoryPeer peer, Random random) : IDisposable
{
    private readonly List<(int Number, byte[] Body)> _requests = [];
    private readonly MemoryStream _sends = new();
    private readonly MemoryStream _received = new();
    private readonly bool _resets = random.Next(12) == 0;
    private int _sent;
    private int _patience = random.Next(3) * random.Next(300);
    private int _pauses;
    private bool _hasEnded;
    private bool _isReset;

    /// <summary>Whether the connection has ended.</summary>
    public bool IsDone => _isReset || peer.IsEnded || peer.Error != SocketError.Success;

    public void Ask(int number)
    {
        var body = new byte[random.Next(4) switch { 0 => 0, 1 => random.Next(100), 2 => random.Next(3000), _ => random.Next(20_000) }];
        random.NextBytes(body);
        _requests.Add((number, body));
        var isChunked = random.Next(2) == 0;
        Write($"POST /{number} HTTP/1.1\r\nHost: h\r\n{(isChunked ? "Transfer-Encoding: chunked" : $"Content-Length: {body.Length}")}\r\n\r\n");
        if (!isChunked)
        {
            _sends.Write(body);
            return;
        }

        for (var at = 0; at < body.Length;)
        {
            var count = random.Next(1, Math.Min(body.Length - at, random.Next(2) == 0 ? 20 : 5000) + 1);
            Write($"{count:x}\r\n");
            _sends.Write(body, at, count);
            Write("\r\n");
            at += count;
        }

        Write("0\r\n\r\n");
    }

    /// <summary>Does one of the possible actions.</summary>
    public void Move()
    {
        if (_isReset)
        {
            return;
        }

        if (_sent < _sends.Length)
        {
            var most = (int)Math.Min(_sends.Length - _sent, random.Next(2) == 0 ? 50 : 10_000);
            _sent += peer.Send(_sends.GetBuffer().AsSpan(_sent, random.Next(1, most + 1)));
        }
        else if (!_hasEnded && --_patience < 0)
        {
            _hasEnded = true;
            peer.End();
        }

        if (_resets && random.Next(40) == 0)
        {
            _isReset = true;
            peer.Reset();
            return;
        }

        if (_pauses > 0)
        {
            _pauses--;
            return;
        }

        _pauses = random.Next(10) == 0 ? random.Next(50) : 0;
        var buffer = new byte[random.Next(1, 20_000)];
        _received.Write(buffer, 0, peer.Receive(buffer));
    }

    /// <summary>Each request has its own answer, in their order, and each byte is there.</summary>
    public void Check()
    {
        if (_isReset)
        {
            return;
        }

        Assert.Equal(SocketError.Success, peer.Error);
        var answers = Answer.All(_received.ToArray());
        Assert.Equal(_requests.Count, answers.Count);
        foreach (var (answer, (number, body)) in answers.Zip(_requests))
        {
            Assert.Equal(200, answer.Status);
            Assert.Equal(number.ToString(CultureInfo.InvariantCulture), answer["X-Number"]);
            Assert.True(answer.IsWhole);
            Assert.Equal(SeededHandler.Echoes(number) ? body : SeededHandler.Other(number), answer.Body);
        }
    }

    public void Dispose() => peer.Dispose();

    private void Write(string text) => _sends.Write(Encoding.ASCII.GetBytes(text));
}
