using System.Buffers;
using System.Text;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Heads that are copied from an equal head before. Checks that a connection without a memory writes the same bytes.</summary>
public class RepeatedHeadTests
{
    private static readonly string[] Requests =
    [
        "GET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n\r\n", "HEAD / HTTP/1.1\r\nHost: a\r\n\r\n", "GET / HTTP/1.0\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n",
    ];

    private static readonly string[] Lines =
    [
        "", "", "Content-Type: text/plain\r\n", "Content-Type: text/plain\r\n", "Content-Type: text/plaid\r\n", "Server: mine\r\n", "Date: never\r\n",
        "X: " + new string('x', 3000) + "\r\n",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_came_before_a_head_says_what_it_must(int seed)
    {
        var random = new Random(seed);
        var time = new ManualTime();
        var options = new HttpServerOptions { ServerName = "it", Time = time };
        using var used = new HttpServerProtocol(options);
        var repeated = 0;
        for (var i = 0; i < 3000; i++)
        {
            var request = Encoding.ASCII.GetBytes(Pick(random, Requests));
            var (lines, status, interim) = (Pick(random, Lines), Pick(random, 200, 200, 200, 404, 204, 304, 777), random.Next(8) == 0);
            long? length = random.Next(4) == 0 ? null : random.Next(3);
            using var fresh = new HttpServerProtocol(options);
            var before = Answer(used, request, interim, status, length, lines);

            Assert.Equal(Answer(fresh, request, interim, status, length, lines), before);
            repeated += before.Contains("text/plain", StringComparison.Ordinal) ? 1 : 0;
            if (random.Next(10) == 0)
            {
                time.Advance(TimeSpan.FromSeconds(1));
            }
        }

        Assert.True(repeated > 100);
    }

    [Fact]
    public void A_tunnel_is_never_a_repeated_answer()
    {
        using var http = new HttpServerProtocol();
        Assert.Contains("Content-Length: 0", Answer(http, "GET / HTTP/1.1\r\nHost: a\r\n\r\n"u8, false, 200, 0, ""), StringComparison.Ordinal);
        Assert.DoesNotContain("Content-Length", Answer(http, "CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n\r\n"u8, false, 200, 0, ""), StringComparison.Ordinal);
    }

    /// <summary>A proxy sends the date and the server of its origin; such a head is shorter than the stamp that it replaces.</summary>
    [Fact]
    public void A_head_with_the_applications_own_date_and_server_comes_twice()
    {
        using var http = new HttpServerProtocol(new HttpServerOptions { ServerName = new string('s', 50) });
        var first = Answer(http, "GET / HTTP/1.1\r\nHost: a\r\n\r\n"u8, false, 200, 0, "Date: never\r\nServer: mine\r\n");
        Assert.Equal("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nDate: never\r\nServer: mine\r\n\r\n", first.Split('|')[0]);
        Assert.Equal(first, Answer(http, "GET / HTTP/1.1\r\nHost: a\r\n\r\n"u8, false, 200, 0, "Date: never\r\nServer: mine\r\n"));
    }

    private static string Answer(HttpServerProtocol http, ReadOnlySpan<byte> request, bool interim, int status, long? length, string lines)
    {
        http.Reset();
        var output = new ArrayBufferWriter<byte>();
        Assert.Equal(HttpEventKind.Request, http.Read(request).Kind);
        http.Read(default);
        if (interim && http.Request.IsHttp11)
        {
            http.BeginResponse(output, 103).End();
        }

        var names = default(HeaderSet);
        foreach (var line in lines.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Where(static line => !line.StartsWith('X')))
        {
            names = names.With(KnownHeaders.Find(Encoding.ASCII.GetBytes(line.Split(':')[0])));
        }

        http.WriteHead(output, status, length, Encoding.ASCII.GetBytes(lines), names);
        var end = "over";
        if (http.ServerSide == HttpSide.SendBody)
        {
            try
            {
                http.WriteBody(output, "xx"u8[..(int)(length ?? 2)]);
                end = $"{http.EndResponse(output)}";
            }
            catch (InvalidOperationException x)
            {
                end = x.Message;
            }
        }

        return $"{Encoding.ASCII.GetString(output.WrittenSpan)}|{end}|{http.ClientSide}|{http.ServerSide}|{http.KeepAlive}";
    }

    private static T Pick<T>(Random random, params T[] from) => from[random.Next(from.Length)];
}
