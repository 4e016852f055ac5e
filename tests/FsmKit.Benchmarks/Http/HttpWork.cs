using System.Buffers;
using FsmKit.Http;

namespace FsmKit.Benchmarks;

/// <summary>What the protocol half of HTTP costs, without any socket.</summary>
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

    /// <summary>A head read, and a whole request with its response.</summary>
    public static Group Requests() => new("http parse", Times, "head, wrk",
    [
        new Contender("head, wrk", Reading(Plain)),
        new Contender("head, browser", Reading(Browser)),
        new Contender("request and response, wrk", Serving(Plain)),
        new Contender("request and response, br.", Serving(Browser)),
    ]);

    private static Action Reading(byte[] request)
    {
        var reader = new RequestHeadReader(HttpLimits.Default);
        return () =>
        {
            for (var i = 0; i < Times; i++)
            {
                reader.Read(request);
                reader.Reset();
            }
        };
    }

    private static Action Serving(byte[] request)
    {
        var http = new HttpServerProtocol(new HttpServerOptions { ServerName = "fsmkit" });
        var output = new ArrayBufferWriter<byte>(4096);
        return () =>
        {
            for (var i = 0; i < Times; i++)
            {
                output.ResetWrittenCount();
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
