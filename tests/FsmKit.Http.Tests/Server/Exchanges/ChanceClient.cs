using System.Text;
using FsmKit.Net;

namespace FsmKit.Http.Tests;

/// <summary>A client that sends requests of all kinds in pieces of any size, reads or does not, ends its stream or breaks the connection, as a seed says.</summary>
internal sealed class ChanceClient : IDisposable
{
    private readonly MemoryPeer _peer;
    private readonly Random _random;
    private readonly byte[] _bytes;
    private readonly byte[] _buffer = new byte[4000];
    private readonly bool _reads;
    private int _sent;

    public ChanceClient(MemoryPeer peer, Random random)
    {
        (_peer, _random, _reads) = (peer, random, random.Next(6) != 0);
        var text = new StringBuilder();
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            text.Append(Request(random));
        }

        _bytes = Encoding.Latin1.GetBytes(text.ToString());
    }

    /// <summary>Does one thing, or nothing.</summary>
    public void Move()
    {
        switch (_random.Next(40))
        {
            case 0:
                _peer.End();
                break;
            case 1 when _random.Next(8) == 0:
                _peer.Reset();
                break;
            case < 25 when _sent < _bytes.Length:
                _sent += _peer.Send(_bytes.AsSpan(_sent, Math.Min(_bytes.Length - _sent, _random.Next(1, _random.Next(2) == 0 ? 20 : 10_000))));
                break;
            case > 25 when _reads:
                _peer.Receive(_buffer);
                break;
            default:
                break;
        }
    }

    public void Dispose() => _peer.Dispose();

    private static string Request(Random random)
    {
        var close = random.Next(8) == 0 ? "Connection: close\r\n" : "";
        var size = random.Next(3) switch { 0 => 0, 1 => random.Next(200), _ => random.Next(9000) };
        return random.Next(14) switch
        {
            < 4 => $"GET /{random.Next(1000)} HTTP/1.1\r\nHost: h\r\n{close}\r\n",
            4 => $"HEAD /{random.Next(1000)} HTTP/1.1\r\nHost: h\r\n{close}\r\n",
            5 => $"GET /{random.Next(1000)} HTTP/1.0\r\n\r\n",
            < 8 => $"POST /{random.Next(1000)} HTTP/1.1\r\nHost: h\r\n{close}Content-Length: {size}\r\n\r\n{new string('p', size)}",
            8 => $"POST /{random.Next(1000)} HTTP/1.1\r\nHost: h\r\n{close}Expect: 100-continue\r\nContent-Length: {size}\r\n\r\n{new string('p', size)}",
            < 11 => $"POST /{random.Next(1000)} HTTP/1.1\r\nHost: h\r\n{close}Transfer-Encoding: chunked\r\n\r\n{size:x}\r\n{new string('c', size)}{(size > 0 ? "\r\n0" : "")}\r\n\r\n",
            11 => $"GET /{random.Next(1000)} HTTP/1.1\r\nHost: h\r\nConnection: upgrade\r\nUpgrade: echo/1\r\n\r\n{new string('u', size)}",
            12 => $"POST /{random.Next(1000)} HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nzz\r\n",
            _ => random.Next(3) == 0 ? "GET / HTTP/1.1\r\nHost h\r\n\r\n" : $"GET /{random.Next(1000)} HTTP/1.1\r\nHost: h\r\n\r\n",
        };
    }
}
