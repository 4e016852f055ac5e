using System.Buffers;
using FsmKit.Http;

namespace FsmKit.Benchmarks;

/// <summary>Work of the protocol half of HTTP, without any socket.</summary>
public static class HttpWork
{
    private const int Times = 1000;

    private static readonly byte[] Plain = "GET /plaintext HTTP/1.1\r\nHost: localhost:8080\r\n\r\n"u8.ToArray();

    private static readonly byte[] Browser = """
        GET /a/page?with=a&query=b HTTP/1.1
        Host: www.example.org
        Connection: keep-alive
        Cache-Control: max-age=0
        User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36
        Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8
        Accept-Encoding: gzip, deflate, br
        Accept-Language: en-GB,en;q=0.9
        Cookie: session=0123456789abcdef0123456789abcdef; other=1


        """u8.ToArray().SelectMany(static c => c == '\n' ? "\r\n"u8.ToArray() : [c]).ToArray();

    // As long as the other one, so that nothing but its bytes tells that it is another.
    private static readonly byte[] OtherPlain = Another(Plain);

    private static readonly byte[] OtherBrowser = Another(Browser);

    /// <summary>A head read, one that was not there before and the same again; and a whole request with its response.</summary>
    public static Group Requests() => new("http parse", Times, "head, wrk, new",
    [
        new Contender("head, wrk, new", Reading(Plain, OtherPlain)),
        new Contender("head, wrk, again", Reading(Plain, Plain)),
        new Contender("head, browser, new", Reading(Browser, OtherBrowser)),
        new Contender("head, browser, again", Reading(Browser, Browser)),
        new Contender("request alone, wrk, again", Receiving(Plain)),
        new Contender("request and response, new", Serving(Plain, OtherPlain)),
        new Contender("request and response, wrk", Serving(Plain, Plain)),
        new Contender("request and response, br.", Serving(Browser, Browser)),
    ]);

    private static byte[] Another(byte[] request)
    {
        var other = request.ToArray();
        other["GET /".Length]++;
        return other;
    }

    private static Action Reading(byte[] one, byte[] other)
    {
        var reader = new RequestHeadReader(HttpLimits.Default);
        return () =>
        {
            for (var i = 0; i < Times; i += 2)
            {
                reader.Read(one, out _, out _);
                reader.Reset();
                reader.Read(other, out _, out _);
                reader.Reset();
            }
        };
    }

    private static Action Receiving(byte[] request)
    {
        var http = new HttpServerProtocol();
        return () =>
        {
            for (var i = 0; i < Times; i++)
            {
                var read = http.Read(request);
                http.Read(request.AsSpan(read.Consumed));
                http.Reset();
            }
        };
    }

    private static Action Serving(byte[] one, byte[] other)
    {
        var http = new HttpServerProtocol(new HttpServerOptions { ServerName = "fsmkit" });
        var output = new ArrayBufferWriter<byte>(4096);
        return () =>
        {
            for (var i = 0; i < Times; i++)
            {
                output.ResetWrittenCount();
                var request = i % 2 == 0 ? one : other;
                var read = http.Read(request);
                http.Read(request.AsSpan(read.Consumed));
                var head = http.BeginResponse(output, 200, 13);
                head.Add(KnownHeader.ContentType, "text/plain"u8);
                head.End();
                http.WriteBody(output, "Hello, World!"u8);
                http.EndResponse(output);
                http.StartNext();
            }
        };
    }
}
