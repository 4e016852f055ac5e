using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>A HEAD that is refused while it is read is answered as GET would be, and without content (RFC 9110 §9.3.2).</summary>
public class HeadRefusedTests
{
    private static readonly string Long = new('a', 20_000);

    /// <summary>The rest of a request behind its method, and the status of its answer.</summary>
    public static TheoryData<string, int> Refused => new()
    {
        { " / HTTP/1.1\nHost: a\nExpect: x\n\n", 417 },
        { " / HTTP/1.1\nHost: a\nTransfer-Encoding: x, chunked\n\n", 501 },
        { " / HTTP/1.1\nHost: a\nTransfer-Encoding: x\n\n", 400 },
        { " / HTTP/1.1\nHost: a\nContent-Length: x\n\n", 400 },
        { " /%zz HTTP/1.1\nHost: a\n\n", 400 },
        { " /# HTTP/1.1\nHost: a\n\n", 400 },
        { "  / HTTP/1.1\nHost: a\n\n", 400 },
        { " /\n", 400 },
        { " / HTTP/1.1␊", 400 },
        { " / HTTP/1.1\nHost : a\n\n", 400 },
        { " / HTTP/1.1\n\n", 400 },
        { " / HTTP/1.1\nHost: a\nHost: a\n\n", 400 },
        { " / HTTP/2.0\nHost: a\n\n", 505 },
        { $" /{Long} HTTP/1.1\nHost: a\n\n", 414 },
        { $" / HTTP/1.1\nHost: a\n{string.Concat(Enumerable.Repeat("X: y\n", 200))}\n", 431 },
        { $" / HTTP/1.1\nHost: a\nX: {Long}{Long}{Long}{Long}\n\n", 431 },
        { " https://a/ HTTP/1.1\nHost: a\n\n", 421 },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void It_has_the_head_that_GET_has_and_no_content(string rest, int status)
    {
        foreach (var before in new[] { "", "\n", "GET /before HTTP/1.1\nHost: a\n\n" })
        {
            foreach (var size in new[] { int.MaxValue, 7, 1 })
            {
                var get = Ask(before, "GET" + rest, size);
                var head = Ask(before, "HEAD" + rest, size);
                var end = get.IndexOf("\r\n\r\n", get.LastIndexOf("HTTP/1.1 ", StringComparison.Ordinal), StringComparison.Ordinal) + 4;
                Assert.Contains($"HTTP/1.1 {status} ", head, StringComparison.Ordinal);
                Assert.Equal(get[..end], head);
                Assert.DoesNotContain("Content-Length: 0\r\n", head[head.LastIndexOf("HTTP/1.1 ", StringComparison.Ordinal)..], StringComparison.Ordinal);
                Assert.True(get.Length > end);
            }
        }
    }

    [Theory]
    [InlineData("HEAD ", true)]
    [InlineData("HEAD / HTTP/1.1\nHost: a\n", true)]
    [InlineData("GET / HTTP/1.1\nHost: a\n\nHEAD /", true)]
    [InlineData("HEAD / HTTP/1.1\nHost: a\n\nGET /", false)]
    [InlineData("HEADER /", false)]
    [InlineData("HEAD", false)]
    public void A_head_that_does_not_come_in_time_is_408(string request, bool isForHead)
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static (_, response) => response.Send("hello"u8), static server => server.HeadTimeout = TimeSpan.FromSeconds(2));
        var peer = bench.Connect(server, request);
        bench.Pass(4);
        var last = peer.Text[peer.Text.LastIndexOf("HTTP/1.1 408", StringComparison.Ordinal)..];
        Assert.Equal(isForHead, last.EndsWith("\r\n\r\n", StringComparison.Ordinal));
        Assert.DoesNotContain("Content-Length: 0\r\n", last, StringComparison.Ordinal);
    }

    private static string Ask(string before, string request, int size)
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static (_, response) => response.Send("hello"u8));
        var peer = bench.Connect(server);
        if (size == int.MaxValue)
        {
            peer.Send(before + request);
        }
        else
        {
            // The end of a long request decides; the middle does not need to come byte by byte.
            var middle = Math.Max(0, request.Length - 2000);
            peer.Send(before + request[..middle]);
            peer.SendInPieces(request[middle..], size);
        }

        Assert.Equal("FIN", peer.Ending);
        return peer.Text;
    }
}
