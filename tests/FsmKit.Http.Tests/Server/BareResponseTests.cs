using System.Text;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Last responses without a body and without framing: a success of CONNECT (RFC 9110 §9.3.6), and a final status of 1xx.</summary>
public class BareResponseTests
{
    private const string Connect = "CONNECT b:443 HTTP/1.1\nHost: b:443\n\n";
    private const string Next = "GET /next HTTP/1.1\nHost: a\n\n";

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    [InlineData(205)]
    [InlineData(299)]
    public void A_success_of_CONNECT_has_no_framing_and_what_follows_is_no_request(int status)
    {
        using var bench = new HttpBench();
        var targets = new List<string>();
        var peer = bench.Connect(
            bench.Serve(
                (request, response) =>
                {
                    targets.Add($"{Wire.Text(request.Target)} {Wire.Text(request.Authority)} '{request.Path}'");
                    response.Headers.Add("X-A"u8, "b"u8);
                    response.StatusCode = status;
                },
                static server => server.AcceptConnect = true),
            Connect + Next);
        Assert.StartsWith($"HTTP/1.1 {status} ", peer.Text, StringComparison.Ordinal);
        Assert.Contains("\r\nX-A: b\r\n", peer.Text, StringComparison.Ordinal);
        AssertBare(peer);
        Assert.Equal(["b:443 b:443 ''"], targets);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(301)]
    public void A_refusal_of_CONNECT_is_a_response_like_any_other(int status)
    {
        using var bench = new HttpBench();
        var peer = bench.Connect(
            bench.Serve((_, response) => response.Send(status, "text/plain"u8, "no"u8), static server => server.AcceptConnect = true), Connect + Next);
        Assert.Equal(["no", "no"], peer.Answers().Select(static answer => answer.Text));
        Assert.Equal("open", peer.Ending);
    }

    [Fact]
    public void Nobody_is_asked_about_CONNECT_unless_the_server_accepts_it()
    {
        using var bench = new HttpBench();
        var peer = bench.Connect(bench.Serve(static (_, response) => response.Send("x"u8)), Connect);
        Assert.Equal(501, peer.Only().Status);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(102)]
    [InlineData(199)]
    public void A_final_status_of_1xx_is_sent_as_it_is_and_ends_the_connection(int status)
    {
        using var bench = new HttpBench();
        var peer = bench.Connect(bench.Serve((_, response) => response.StatusCode = status), Next + Next);
        Assert.StartsWith($"HTTP/1.1 {status} ", peer.Text, StringComparison.Ordinal);
        AssertBare(peer);
    }

    [Fact]
    public void HTTP_1_0_gets_no_status_of_1xx()
    {
        using var bench = new HttpBench { ExpectsFaults = true };
        var peer = bench.Connect(bench.Serve(static (_, response) => response.StatusCode = 100), "GET / HTTP/1.0\n\n");
        Assert.Equal(500, peer.Only().Status);
    }

    [Theory]
    [InlineData(Next, 150, false)]
    [InlineData(Connect, 200, false)]
    [InlineData(Next, 150, true)]
    [InlineData(Connect, 200, true)]
    public void Such_a_response_takes_no_body(string request, int status, bool flushes)
    {
        using var bench = new HttpBench { ExpectsFaults = true };
        var peer = bench.Connect(
            bench.Serve(
                (_, response) =>
                {
                    response.StatusCode = status;
                    response.Write("body"u8);
                    if (flushes)
                    {
                        response.Flush();
                    }
                },
                static server => server.AcceptConnect = true),
            request);
        Assert.DoesNotContain("body", peer.Text, StringComparison.Ordinal);
        Assert.True(flushes || peer.Only().Status == 500);
    }

    [Fact]
    public void The_same_head_is_not_repeated_without_its_framing()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(
            static (request, response) => response.Send(Encoding.ASCII.GetBytes(request.Method == KnownMethod.Connect ? "" : "x")),
            static server => server.AcceptConnect = true);
        var peer = bench.Connect(server, Next + Next + Connect);
        Assert.Equal(2, peer.Text.Split("Content-Length").Length - 1);
        Assert.Equal("FIN", peer.Ending);
    }

    private static void AssertBare(HttpPeer peer)
    {
        Assert.Equal("FIN", peer.Ending);
        Assert.EndsWith("\r\n\r\n", peer.Text, StringComparison.Ordinal);
        Assert.Equal(2, peer.Text.Split("\r\n\r\n").Length);
        Assert.Contains("\r\nDate: ", peer.Text, StringComparison.Ordinal);
        foreach (var field in (string[])["Content-Length", "Transfer-Encoding", "Connection"])
        {
            Assert.DoesNotContain(field, peer.Text, StringComparison.OrdinalIgnoreCase);
        }
    }
}
