using System.Text;

namespace FsmKit.Http.Tests;

/// <summary>
/// Messages that are nearly right: put together out of good and bad pieces, then damaged a little, the same for the same seed.
/// </summary>
internal sealed class RandomWire(int seed)
{
    private static readonly string[] Methods = ["GET", "GET", "POST", "PUT", "HEAD", "OPTIONS", "CONNECT", "TRACE", "get", "FOO", "M-SEARCH", "G(T", ""];

    private static readonly string[] Targets =
        ["/", "/", "/a/b?c=d", "/%41/../%2e", "/%zz", "*", "a:443", "http://a/x", "http://b", "https://a/?|", "//", "/#", "/a b", "/{|}?%\"", "/%E9/%C3%A9%0a?%zz", ""];

    private static readonly string[] Versions = ["HTTP/1.1", "HTTP/1.1", "HTTP/1.1", "HTTP/1.0", "HTTP/1.2", "HTTP/2.0", "http/1.1", ""];

    private static readonly string[] Statuses = ["200 OK", "200 OK", "204 No", "304 Not", "100 Go", "101 Switch", "404", "99 x", "500 "];

    private static readonly string[] Fields =
    [
        "Accept: */*", "X:", "X: \t y \t", "Connection: close", "Connection: keep-alive, upgrade", "Upgrade: other", "Expect: 100-continue",
        "Expect: x", "Content-Length: 5", "Content-Length: 0", "Content-Length: 5, 5", "Transfer-Encoding: chunked",
        "Transfer-Encoding: gzip, chunked", "Transfer-Encoding: , chunked,", "Content-Length: 05", "Expect: 100-continue,,", "Expect:", "Connection: ,close",
        "Content-Type: a", "Host: a", "Host:", "Host: a%20=b:0", "Host: [1::2]", "Host: [1:2]", " folded", "no colon", ": no name", "Cookie: a=b; c=\"d\"",
    ];

    private static readonly string[] Chunks = ["5\nhello\n", "1;a=b\nx\n", "3;a=\"\\\"\"\nxyz\n", "A\n0123456789\n", "0x1\nx\n", "5 ;a\nhello\n", "2\nxyz\n"];

    private static readonly string[] Ends = ["0\n\n", "0\n\n", "0;a\nX: y\n\n", "0\nHost: a\n\n", "0\nDate: x\nX: y\n\n", "0\n", ""];

    private static readonly string[] Damages = ["\n", "␊", "␍", "␀", " ", "\t", ":", ",", ";", "\"", "0", "\u00FF", "\n\n", "chunked", "Host: a\n"];

    private static readonly string[][] Pieces = [Methods, Targets, Versions, Statuses, Fields, Chunks, Ends, Damages];

    private readonly Random _random = new(seed);

    public byte[] Requests() => Wire.Bytes(Damage(string.Concat(Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => Request()))));

    public byte[] Responses() => Wire.Bytes(Damage(string.Concat(Enumerable.Range(0, 1 + _random.Next(2))
        .Select(_ => $"{Pick(Versions)} {Pick(Statuses)}\n{Block()}{Body()}"))));

    /// <summary>Another input out of two that were worth keeping.</summary>
    public byte[] Breed(byte[] one, byte[] other)
    {
        var (text, more) = (Encoding.Latin1.GetString(one), Encoding.Latin1.GetString(other));
        if (_random.Next(3) == 0)
        {
            text = text[.._random.Next(text.Length + 1)] + more[_random.Next(more.Length + 1)..];
        }

        for (var i = _random.Next(3); i > 0; i--)
        {
            var piece = Pick(_random.GetItems(Pieces, 1)[0]).Replace("\n", "\r\n");
            text = text.Insert(_random.Next(text.Length + 1), _random.Next(2) == 0 ? piece : piece + "\r\n");
        }

        var bred = Encoding.Latin1.GetBytes(Damage(text).Replace('␊', '\n').Replace('␍', '\r').Replace('␀', '\0'));
        return bred.Length <= 600 ? bred : bred[..600];
    }

    /// <summary>The size of the next portion of an input.</summary>
    public int Portion() => 1 + _random.Next(_random.Next(2) == 0 ? 4 : 60);

    private string Request() => $"{Pick(Methods)} {Pick(Targets)} {Pick(Versions)}\n{(_random.Next(8) == 0 ? "" : "Host: a\n")}{Block()}{Body()}";

    private string Block() => string.Concat(Enumerable.Range(0, _random.Next(5)).Select(_ => Pick(Fields) + "\n")) + "\n";

    private string Body() => _random.Next(3) switch
    {
        0 => "hello",
        1 => string.Concat(Enumerable.Range(0, _random.Next(4)).Select(_ => Pick(Chunks))) + Pick(Ends),
        _ => "",
    };

    private string Damage(string text)
    {
        for (var i = _random.Next(4) - 1; i > 0 && text.Length > 0; i--)
        {
            var at = _random.Next(text.Length);
            var length = Math.Min(_random.Next(6), text.Length - at);
            text = _random.Next(4) switch
            {
                0 => text.Insert(at, Pick(Damages)),
                1 => text.Remove(at, length),
                2 => text.Insert(at, text.Substring(at, length)),
                _ => text[..at] + (char)_random.Next(256) + text[(at + 1)..],
            };
        }

        return text;
    }

    private string Pick(string[] pieces) => pieces[_random.Next(pieces.Length)];
}
