using System.Buffers;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Tests that run alone: threads of a busy runtime may allocate on the measured thread.</summary>
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
public class AllocationTestsAlone;

/// <summary>Checks that a connection in steady state allocates nothing, with any kind of message.</summary>
[Collection(nameof(AllocationTests))]
public class AllocationTests
{
    private static readonly byte[] Get = Wire.Bytes("GET /path%20x?a=b HTTP/1.1\nHost: a\nUser-Agent: b\nAccept: */*\nX-Other: c\n\n");
    private static readonly byte[] Put = Wire.Bytes("PUT / HTTP/1.1\nHost: a\nExpect: 100-continue\nTransfer-Encoding: chunked\n\n5;x\nhello\n0\nX-Sum: 1\n\n");

    [Fact]
    public void A_request_and_its_response_allocate_nothing()
    {
        using var http = new HttpServerProtocol(new HttpServerOptions { Time = new ManualTime(), ServerName = "test" });
        var output = new ArrayBufferWriter<byte>(4096);
        AssertNothing(() => Serve(http, Get, output));
    }

    [Fact]
    public void A_chunked_body_and_trailers_in_two_portions_allocate_nothing()
    {
        using var http = new HttpServerProtocol(new HttpServerOptions { Time = new ManualTime() });
        var output = new ArrayBufferWriter<byte>(4096);
        AssertNothing(() => Serve(http, Put, output));
    }

    [Fact]
    public void A_client_allocates_nothing()
    {
        using var http = new HttpClientProtocol();
        var output = new ArrayBufferWriter<byte>(4096);
        var response = Wire.Bytes("HTTP/1.1 200 OK\nContent-Length: 2\nContent-Type: text/plain\n\nhi");
        AssertNothing(() =>
        {
            output.ResetWrittenCount();
            var head = http.BeginRequest(output, "GET"u8, "/"u8, "a"u8);
            head.Add(KnownHeader.Accept, "*/*"u8);
            head.End();
            http.EndRequest(output);
            ReadOnlySpan<byte> rest = response;
            for (var read = http.Read(rest); read.Kind != HttpEventKind.Paused; read = http.Read(rest))
            {
                rest = rest[read.Consumed..];
            }

            http.StartNext();
        });
    }

    [Fact]
    public void A_connection_that_was_served_keeps_little() => AssertKept(Get, 1536);

    [Fact]
    public void What_a_large_head_was_kept_in_goes_back()
    {
        AssertKept(Wire.Bytes($"GET / HTTP/1.1\nHost: a\nX: {new string('x', 60_000)}\n\n"), 768);
        AssertKept(Wire.Bytes($"GET / HTTP/1.1\nHost: a\n{string.Concat(Enumerable.Repeat("X: y\n", 99))}\n"), 768);
    }

    private static void AssertKept(byte[] request, int most)
    {
        var connections = new HttpServerProtocol[1000];
        var output = new ArrayBufferWriter<byte>(4096);
        var bytes = Allocation.Of(() =>
        {
            for (var i = 0; i < connections.Length; i++)
            {
                connections[i] = new HttpServerProtocol();
                Serve(connections[i], request, output);
            }
        });
        Assert.InRange(bytes / connections.Length, 1, most);
    }

    private static void Serve(HttpServerProtocol http, byte[] request, ArrayBufferWriter<byte> output)
    {
        output.ResetWrittenCount();
        var (start, end) = (0, request.Length - 4);
        Span<byte> path = stackalloc byte[64];
        while (true)
        {
            var read = http.Read(request.AsSpan(start..end));
            start += read.Consumed;
            if (read.Kind == HttpEventKind.NeedMore)
            {
                end = request.Length;
            }
            else if (read.Kind == HttpEventKind.Request)
            {
                read.Request.DecodePath(path);
                read.Request.Fields.TryGet(KnownHeader.Accept, out _);
                read.Request.Fields.TryGet("x-other"u8, out _);
                http.WriteContinue(output);
            }
            else if (read.Kind == HttpEventKind.End)
            {
                break;
            }
            else if (read.Kind != HttpEventKind.Data)
            {
                throw new InvalidOperationException($"{read.Kind} {read.Fault}");
            }
        }

        var head = http.BeginResponse(output, 200, null);
        head.Add(KnownHeader.ContentType, "text/plain"u8);
        head.Add("x-other"u8, "c"u8);
        head.End();
        http.WriteBody(output, "hello"u8);
        var trailers = http.BeginTrailers(output);
        trailers.Add("x-sum"u8, "1"u8);
        trailers.End();
        http.StartNext();
    }

    private static void AssertNothing(Action work) => Assert.Equal(0, Allocation.Of(() =>
    {
        for (var i = 0; i < 1000; i++)
        {
            work();
        }
    }));
}
