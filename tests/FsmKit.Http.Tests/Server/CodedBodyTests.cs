using System.Text;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Bodies with a <c>Transfer-Encoding</c> of the application (RFC 9112 §6.1, §6.3).</summary>
public class CodedBodyTests
{
    private const string Get = "GET / HTTP/1.1\nHost: a\n\n";

    [Theory]
    [InlineData("chunked", "5\nhello\n0\n\n")]
    [InlineData("Chunked", "5;a=b\nhello\n6\n world\n0\n\n")]
    [InlineData("gzip, chunked", "1\nx\n0\nX-Sum: 1\nX-Last: 2\n\n")]
    [InlineData("chunked", "0\n\n")]
    public void Chunks_of_the_application_are_sent_as_they_are_and_keep_the_connection(string coding, string body)
    {
        foreach (var step in (int[])[1, 3, 1000])
        {
            using var bench = new HttpBench();
            var peer = bench.Connect(Serve(bench, coding, body, step), Get + Get);
            var wanted = $"HTTP/1.1 200 OK\r\nTransfer-Encoding: {coding}\r\n";
            Assert.Equal(2, peer.Text.Split(wanted).Length - 1);
            Assert.EndsWith("\r\n\r\n" + Encoding.ASCII.GetString(Wire.Bytes(body)), peer.Text, StringComparison.Ordinal);
            Assert.Equal("open", peer.Ending);
            Assert.DoesNotContain("Content-Length", peer.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("5\nhello\n0\n\nHTTP/1.1 200 OK\n\n", "5\nhello\n0\n\n")]
    [InlineData("5\nhello␊0\n\n", "5\nhello")]
    [InlineData("hello, world", "")]
    [InlineData("5\nhello\n", "5\nhello\n")]
    [InlineData("5\nhel", "5\nhel")]
    [InlineData("", "")]
    public void Bytes_that_are_no_chunks_are_not_sent_and_end_the_connection(string body, string sent)
    {
        using var bench = new HttpBench();
        var peer = bench.Connect(Serve(bench, "chunked", body, step: 1), Get + Get);
        Assert.EndsWith("\r\n\r\n" + Encoding.ASCII.GetString(Wire.Bytes(sent)), peer.Text, StringComparison.Ordinal);
        Assert.Single(peer.Text.Split("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n")[1..]);
        Assert.NotEqual("open", peer.Ending);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("chunked, gzip")]
    public void Without_chunks_at_the_end_the_body_ends_with_the_connection(string coding)
    {
        using var bench = new HttpBench();
        var peer = bench.Connect(Serve(bench, coding, "hello", step: 2), Get + Get);
        Assert.StartsWith($"HTTP/1.1 200 OK\r\nTransfer-Encoding: {coding}\r\nConnection: close\r\n", peer.Text, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\nhello", peer.Text, StringComparison.Ordinal);
        Assert.Equal("FIN", peer.Ending);
    }

    [Fact]
    public void HTTP_1_0_gets_no_Transfer_Encoding()
    {
        using var bench = new HttpBench();
        var peer = bench.Connect(Serve(bench, "chunked", "5\nhello\n0\n\n", step: 1000), "GET / HTTP/1.0\nConnection: keep-alive\n\n");
        Assert.DoesNotContain("Transfer-Encoding", peer.Text, StringComparison.Ordinal);
        Assert.Contains("\r\nConnection: close\r\n", peer.Text, StringComparison.Ordinal);
        Assert.Equal("FIN", peer.Ending);
    }

    [Theory]
    [InlineData("HEAD", 200)]
    [InlineData("GET", 204)]
    [InlineData("GET", 304)]
    public void Where_a_body_is_impossible_none_is_sent(string method, int status)
    {
        using var bench = new HttpBench();
        var server = bench.Serve((_, response) => (response.StatusCode, response.TransferEncoding) = (status, "chunked"));
        var peer = bench.Connect(server, $"{method} / HTTP/1.1\nHost: a\n\n");
        Assert.EndsWith("\r\n\r\n", peer.Text, StringComparison.Ordinal);
        Assert.Equal(method == "HEAD", peer.Text.Contains("Transfer-Encoding: chunked\r\n", StringComparison.Ordinal));
        Assert.Equal("open", peer.Ending);
    }

    [Theory]
    [InlineData("")]
    [InlineData(",")]
    [InlineData("chunked, chunked")]
    [InlineData("chunked\r\nX: y")]
    [InlineData("two words")]
    [InlineData("\u00E9")]
    public void A_value_that_is_no_list_of_codings_is_refused(string coding)
    {
        using var bench = new HttpBench();
        var server = bench.Serve((_, response) =>
        {
            Assert.Throws<ArgumentException>(() => response.TransferEncoding = coding);
            Assert.Null(response.TransferEncoding);
            response.Send("ok"u8);
        });
        Assert.Equal("ok", bench.Connect(server, Get).Only().Text);
    }

    [Fact]
    public void A_large_body_is_sent_whole()
    {
        using var bench = new HttpBench();
        var body = $"{100_000:X}\r\n{new string('x', 100_000)}\r\n0\r\n\r\n";
        var server = bench.Serve((_, response) =>
        {
            response.TransferEncoding = "chunked";
            response.Send(Encoding.ASCII.GetBytes(body));
        });
        var peer = bench.Connect(server, Get);
        Assert.Equal(100_000, peer.Only().Body.Length);
        Assert.Equal("open", peer.Ending);
    }

    private static GHttpServer Serve(HttpBench bench, string coding, string body, int step) => bench.Serve((_, response) =>
    {
        response.TransferEncoding = coding;
        foreach (var part in Wire.Bytes(body).Chunk(step))
        {
            response.Write(part);
            response.Flush();
        }
    });
}
