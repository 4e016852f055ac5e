using System.Net.Sockets;
using System.Text;
using FsmKit.Net;

namespace FsmKit.Http.Tests;

/// <summary>The client's side of a connection: bytes that are sent as there is room, and bytes that came.</summary>
internal sealed class HttpPeer(HttpBench bench, MemoryPeer peer) : IDisposable
{
    private readonly MemoryStream _received = new();
    private readonly Queue<ReadOnlyMemory<byte>> _unsent = new();
    private bool _ends;

    /// <summary>Whether the peer receives.</summary>
    public bool Reads { get; set; } = true;

    /// <summary>All received bytes as text.</summary>
    public string Text => Encoding.Latin1.GetString(_received.GetBuffer(), 0, (int)_received.Length);

    public byte[] Bytes => _received.ToArray();

    /// <summary>Number of bytes that have come and were not received.</summary>
    public int Available => peer.Available;

    /// <summary>Number of bytes that the server has not taken yet.</summary>
    public int Unsent => _unsent.Sum(static part => part.Length);

    /// <summary>End of the connection by the server: "open", "FIN" or "RST".</summary>
    public string Ending => peer.IsEnded ? "FIN" : peer.Error == SocketError.Success ? "open" : "RST";

    /// <summary>Sends text as <see cref="Wire.Bytes"/> reads it, and runs all that follows.</summary>
    public void Send(string text) => Send(Wire.Bytes(text));

    public void Send(byte[] bytes)
    {
        if (bytes.Length > 0)
        {
            _unsent.Enqueue(bytes);
        }

        bench.Settle();
    }

    /// <summary>Sends it in pieces of so many bytes, each of which the server sees alone.</summary>
    public void SendInPieces(string text, int size)
    {
        foreach (var piece in Wire.Bytes(text).Chunk(size))
        {
            Send(piece);
        }
    }

    /// <summary>Ends the stream of the client behind the sent bytes.</summary>
    public void End()
    {
        _ends = true;
        bench.Settle();
    }

    public void Reset()
    {
        peer.Reset();
        bench.Settle();
    }

    /// <summary>Receives once, at most so many bytes.</summary>
    public int Take(int atMost)
    {
        var buffer = new byte[atMost];
        var count = peer.Receive(buffer);
        _received.Write(buffer, 0, count);
        return count;
    }

    /// <summary>Returns the received text, and forgets it.</summary>
    public string Collect()
    {
        bench.Settle();
        var text = Text;
        _received.SetLength(0);
        return text;
    }

    /// <summary>The responses that have come; each of the named ones answers HEAD.</summary>
    public List<Answer> Answers(params int[] heads) => Answer.All(Bytes, heads);

    /// <summary>The only response that has come.</summary>
    public Answer Only(bool isHead = false)
    {
        bench.Settle();
        return Xunit.Assert.Single(isHead ? Answers(0) : Answers());
    }

    /// <summary>Sends and receives as much as possible now.</summary>
    public bool Move()
    {
        var moved = false;
        while (_unsent.TryPeek(out var part))
        {
            var count = peer.Send(part.Span);
            if (count == 0)
            {
                break;
            }

            moved = true;
            _unsent.Dequeue();
            if (count < part.Length)
            {
                var rest = _unsent.ToArray();
                _unsent.Clear();
                _unsent.Enqueue(part[count..]);
                Array.ForEach(rest, _unsent.Enqueue);
            }
        }

        if (_ends && _unsent.Count == 0)
        {
            _ends = false;
            peer.End();
            moved = true;
        }

        return (Reads && Take(65_536) > 0) || moved;
    }

    public void Dispose() => peer.Dispose();
}
