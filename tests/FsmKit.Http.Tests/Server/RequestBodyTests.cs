using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Bodies that are collected: asked for, limited, kept in memory or in a file, and gone afterwards.</summary>
public class RequestBodyTests
{
    private static readonly HttpHandler Echo = static (request, response) =>
    {
        using var body = request.OpenBody();
        var bytes = new byte[request.BodyLength];
        body.ReadExactly(bytes);
        response.Headers.Add("X-In-File", request.BodyIsInFile ? "yes" : "no");
        response.Send(bytes);
    };

    private static string Post(int length, string fields = "") => $"POST / HTTP/1.1\nHost: a\nContent-Length: {length}\n{fields}\n";

    [Fact]
    public void A_body_in_memory_is_read_as_bytes_or_as_a_stream()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static (request, response) =>
        {
            Assert.Equal("hello", new StreamReader(request.OpenBody()).ReadToEnd());
            Assert.Equal("hello", new StreamReader(request.OpenBody()).ReadToEnd());
            response.Send(request.BodyBytes);
        });
        var answer = bench.Connect(server, Post(5) + "hello").Only();

        Assert.Equal((200, "hello"), (answer.Status, answer.Text));
    }

    [Fact]
    public void A_chunked_body_comes_with_its_trailers()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static (request, response) =>
        {
            Assert.Null(request.ContentLength);
            Assert.True(request.Trailers.TryGet("x-sum"u8, out var sum));
            response.Headers.Add("X-Sum"u8, sum);
            response.Send(request.BodyBytes);
        });
        var peer = bench.Connect(server);
        peer.SendInPieces("POST / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n5\nhello\n6;x=y\n world\n0\nX-Sum: 11\n\n", 3);

        Assert.Equal(("hello world", "11"), (peer.Only().Text, peer.Only()["X-Sum"]));
    }

    [Theory]
    [InlineData(997, "no")]
    [InlineData(1_009, "yes")]
    [InlineData(300_007, "yes")]
    public void A_body_over_InbufOverflow_is_in_a_file_until_its_request_is_answered(int length, string isInFile)
    {
        using var bench = new HttpBench();
        var server = bench.Serve(
            (request, response) =>
            {
                Assert.Equal(request.BodyIsInFile ? 1 : 0, BodyFiles(length));
                Echo(request, response);
            },
            static server => server.InbufOverflow = 1_008);
        var peer = bench.Connect(server);
        var body = new byte[length];
        new Random(length).NextBytes(body);
        peer.Send([.. Wire.Bytes(Post(length)), .. body, .. Wire.Bytes(Post(2) + "hi")]);
        bench.Await(() => peer.Answers().Count == 2);
        var answers = peer.Answers();

        Assert.Equal(body, answers[0].Body);
        Assert.Equal((isInFile, "hi"), (answers[0]["X-In-File"], answers[1].Text));
        Assert.Equal(0, BodyFiles(length));
    }

    [Fact]
    public void The_bytes_of_a_body_in_a_file_are_not_in_memory()
    {
        using var bench = new HttpBench { ExpectsFaults = true };
        var server = bench.Serve(
            static (request, response) => response.Send(request.BodyBytes),
            static server => (server.InbufOverflow, server.ExposeTracebacks) = (10, true));
        var peer = bench.Connect(server, Post(20) + "12345678901234567890");
        bench.Await(() => peer.Answers().Count == 1);

        Assert.Contains("read it with OpenBody", peer.Only().Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, 10, 200)]
    [InlineData(10, 11, 413)]
    [InlineData(0, 1, 413)]
    [InlineData(0, 0, 200)]
    public void A_body_over_the_limit_is_413(int limit, int length, int status)
    {
        using var bench = new HttpBench();
        var server = bench.Serve(Echo, server => server.MaxRequestBodySize = limit);
        var counted = bench.Connect(server, Post(length) + new string('x', length));
        var chunked = bench.Connect(server, $"POST / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n"
            + (length > 0 ? $"{length:x}\n{new string('x', length)}\n" : "") + "0\n\n");

        Assert.Equal(status, counted.Only().Status);
        Assert.Equal(status, chunked.Only().Status);
        Assert.Equal(status == 413, counted.Only().Closes);
    }

    [Fact]
    public void A_body_that_is_announced_too_long_is_refused_before_it_comes()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(Echo, static server => server.MaxRequestBodySize = 10);

        Assert.Equal(413, bench.Connect(server, Post(11)).Only().Status);
        Assert.Equal(413, bench.Connect(server, Post(11, "Expect: 100-continue\n")).Only().Status);
    }

    [Fact]
    public void InspectHead_raises_and_lowers_the_limit_of_a_body()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(Echo, static server =>
        {
            server.MaxRequestBodySize = 10;
            server.InspectHead = static request =>
            {
                request.MaxBodyBytes = request.Path == "/more" ? 20 : request.Path == "/less" ? 1 : null;
                return 0;
            };
        });
        string Send(string path, int length) => $"PUT {path} HTTP/1.1\nHost: a\nContent-Length: {length}\n\n{new string('x', length)}";

        Assert.Equal([200, 200, 413], bench.Connect(server, Send("/more", 20) + Send("/", 10) + Send("/", 11)).Answers().Select(static a => a.Status));
        Assert.Equal([200, 413], bench.Connect(server, Send("/less", 1) + Send("/less", 2)).Answers().Select(static a => a.Status));
    }

    [Fact]
    public void InspectHead_refuses_with_a_status_before_the_body_is_asked_for()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static (_, _) => Assert.Fail("It was refused."), static server => server.InspectHead = static _ => 403);
        var peer = bench.Connect(server, Post(5, "Expect: 100-continue\n"));

        Assert.Equal(403, peer.Only().Status);
        Assert.True(peer.Only().Closes);
        peer.End();
        Assert.Equal(1, server.EndedFor(ChannelEndReason.BadRequest));
    }

    [Fact]
    public void InspectHead_that_throws_is_500()
    {
        using var bench = new HttpBench { ExpectsFaults = true };
        var server = bench.Serve(Echo, static server => server.InspectHead = static _ => throw new InvalidOperationException("on purpose"));

        Assert.Equal(500, bench.Connect(server, Post(0)).Only().Status);
    }

    [Theory]
    [InlineData("POST / HTTP/1.1\nHost: a\nContent-Length: 5\nExpect: 100-continue\n\n", "100")]
    [InlineData("POST / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\nExpect: 100-Continue\n\n", "100")]
    [InlineData("POST / HTTP/1.0\nContent-Length: 5\nExpect: 100-continue\n\n", "")]
    [InlineData("POST / HTTP/1.1\nHost: a\nContent-Length: 5\n\n", "")]
    [InlineData("POST / HTTP/1.1\nHost: a\nContent-Length: 0\nExpect: 100-continue\n\n", "200")]
    [InlineData("GET / HTTP/1.1\nHost: a\nExpect: 100-continue\n\n", "200")]
    [InlineData("POST / HTTP/1.1\nHost: a\nContent-Length: 5\nExpect: 200-maybe\n\n", "417")]
    public void A_client_that_waits_to_be_asked_for_its_body_is_asked_once(string request, string statuses)
    {
        using var bench = new HttpBench();
        var peer = bench.Connect(bench.Serve(Echo), request);

        Assert.Equal(statuses, string.Join(' ', peer.Answers().Select(static a => a.Status)));
        if (statuses == "100")
        {
            peer.SendInPieces(request.Contains("chunked", StringComparison.Ordinal) ? "5\nhello\n0\n\n" : "hello", 2);
            Assert.Equal(["100 ", "200 hello"], peer.Answers().Select(static a => $"{a.Status} {a.Text}"));
            peer.Send(request);
            Assert.Equal(3, peer.Answers().Count);
        }
    }

    [Theory, InlineData("GET"), InlineData("HEAD"), InlineData("DELETE"), InlineData("OPTIONS")]
    public void A_body_that_no_one_expects_is_read_all_the_same(string method)
    {
        using var bench = new HttpBench();
        var server = bench.Serve(static (request, response) => response.Send(request.Target));
        var peer = bench.Connect(server, $"{method} /1 HTTP/1.1\nHost: a\nContent-Length: 30\n\nGET /x HTTP/1.1\nHost: a\n\n12GET /2 HTTP/1.1\nHost: a\n\n");
        var answers = method == "HEAD" ? peer.Answers(0) : peer.Answers();

        Assert.Equal(["2", "2"], answers.Select(static a => a["Content-Length"]));
        Assert.Equal("/2", answers[1].Text);
    }

    [Fact]
    public void A_huge_length_without_a_body_costs_nothing()
    {
        using var bench = new HttpBench();
        var server = bench.Serve(Echo);
        bench.Connect(server, Post(1_000_000_000));
        var before = GC.GetAllocatedBytesForCurrentThread();
        bench.Connect(server, Post(1_000_000_000));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    /// <summary>Number of temporary files of this unusual length.</summary>
    private static int BodyFiles(int length) =>
        new DirectoryInfo(Path.GetTempPath()).EnumerateFiles("fsmkit-body-*").Count(file => file.Exists && file.Length == length);
}
