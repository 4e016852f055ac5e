using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Fields behind a chunked body that have no place there (RFC 9110 §6.5.1): dropped and counted, or refused.</summary>
public class ReceivedTrailerTests
{
    private const string Chunks = "Transfer-Encoding: chunked\n\n5\nhello\n0\n";

    [Theory]
    [InlineData("Content-Type")]
    [InlineData("content-encoding")]
    [InlineData("Content-Range")]
    [InlineData("Trailer")]
    [InlineData("TE")]
    [InlineData("Expect")]
    [InlineData("Max-Forwards")]
    [InlineData("Range")]
    [InlineData("Cache-Control")]
    [InlineData("If-Match")]
    [InlineData("If-None-Match")]
    [InlineData("If-Modified-Since")]
    [InlineData("If-Unmodified-Since")]
    [InlineData("If-Range")]
    [InlineData("DATE")]
    [InlineData("Expires")]
    [InlineData("Age")]
    [InlineData("Location")]
    [InlineData("Retry-After")]
    [InlineData("Vary")]
    [InlineData("Pragma")]
    public void What_cannot_do_harm_is_dropped(string name)
    {
        var rest = $"{Chunks}X: 1\n{name}: x\n{name}: y\nX: 2\n\n";
        var request = $"POST / HTTP/1.1\nHost: a\n{rest}";
        Assert.EndsWith("data hello\nend [X=1] [X=2]\nclosed\n", Case.Serve(request));
        Assert.Equal(400, Case.Fault(request, HttpLimits.Strict));
        Assert.EndsWith("data hello\nend [X=1] [X=2]\nclosed\n", Case.Receive($"HTTP/1.1 200 OK\n{rest}"));
        Assert.Contains("fault", Case.Receive($"HTTP/1.1 200 OK\n{rest}", limits: HttpLimits.Strict));
    }

    [Theory]
    [InlineData("Host")]
    [InlineData("Content-Length")]
    [InlineData("transfer-encoding")]
    [InlineData("Connection")]
    [InlineData("Proxy-Connection")]
    [InlineData("Keep-Alive")]
    [InlineData("Upgrade")]
    [InlineData("Authorization")]
    [InlineData("Proxy-Authorization")]
    [InlineData("WWW-Authenticate")]
    [InlineData("Proxy-Authenticate")]
    [InlineData("Cookie")]
    [InlineData("Set-Cookie")]
    public void Framing_routing_and_authentication_are_refused(string name)
    {
        var said = Case.Serve($"POST / HTTP/1.1\nHost: a\n{Chunks}Date: x\n{name}: x\n\n");
        Assert.Contains("\nfault 400: Trailer line 2 is ", said);
        Assert.Contains(name, said, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("fault 400: Trailer line 1 is ", Case.Receive($"HTTP/1.1 200 OK\n{Chunks}{name}: x\n\n"));
    }

    [Fact]
    public void What_is_dropped_counts()
    {
        using var http = ServerFeed.New();
        var input = Wire.Bytes($"POST / HTTP/1.1\nHost: a\n{Chunks}Date: x\nX: 1\nVary: y\n\n");
        var at = http.Read(input).Consumed;
        at += http.Read(input.AsSpan(at)).Consumed;
        var read = http.Read(input.AsSpan(at));
        Assert.Equal((HttpEventKind.End, 1, 2), (read.Kind, read.Trailers.Count, read.Trailers.Dropped));
        Assert.Equal(431, Case.Fault($"POST / HTTP/1.1\nHost: a\n{Chunks}{string.Concat(Enumerable.Repeat("Date: x\n", 33))}\n"));
    }
}
