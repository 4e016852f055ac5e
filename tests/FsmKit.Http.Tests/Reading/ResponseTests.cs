using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Responses that a client reads (RFC 9112 §4, §6.3), and responses that it refuses.</summary>
public class ResponseTests
{
    [Theory]
    [InlineData("HTTP/1.1 200 OK\nContent-Length: 2\n\nhi", "200 OK Length:2 keep [Content-Length=2]\ndata hi\nend\nclosed\n")]
    [InlineData("HTTP/1.1 200 \nContent-Length: 0\n\n", "200  None:0 keep [Content-Length=0]\nend\nclosed\n")]
    [InlineData("HTTP/1.1 200\nContent-Length: 0\n\n", "200  None:0 keep [Content-Length=0]\nend\nclosed\n")]
    [InlineData("HTTP/1.1 200 OK\n\nhello", "200 OK UntilClose: last\ndata hello\nend\nclosed\n")]
    [InlineData("HTTP/1.0 200 OK\nConnection: keep-alive\n\nhello", "200 OK UntilClose: last [Connection=keep-alive]\ndata hello\nend\nclosed\n")]
    [InlineData("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n2\nhi\n0\nX: y\n\n",
        "200 OK Chunked: keep [Transfer-Encoding=chunked]\ndata hi\nend [X=y]\nclosed\n")]
    [InlineData("HTTP/1.1 204 No Content\nContent-Length: 5\n\n", "204 No Content None:0 keep [Content-Length=5]\nend\nclosed\n")]
    [InlineData("HTTP/1.1 304 Not Modified\nContent-Length: 5\n\n", "304 Not Modified None:0 keep [Content-Length=5]\nend\nclosed\n")]
    [InlineData("HTTP/1.1 103 Early Hints\nLink: x\n\nHTTP/1.1 200 OK\nContent-Length: 0\n\n",
        "103 Early Hints None:0 keep [Link=x]\n200 OK None:0 keep [Content-Length=0]\nend\nclosed\n")]
    [InlineData("HTTP/1.1 999 Odd\nConnection: close\nContent-Length: 0\n\n", "999 Odd None:0 last [Connection=close] [Content-Length=0]\nend\nclosed\n")]
    public void A_response_is_read(string wire, string said) => Assert.Equal(said, Case.Receive(wire));

    [Theory]
    [InlineData("no version", "200 OK\n\n")]
    [InlineData("small letters", "http/1.1 200 OK\n\n")]
    [InlineData("another version", "HTTP/2.0 200 OK\n\n")]
    [InlineData("two digits", "HTTP/1.1 20 OK\n\n")]
    [InlineData("four digits", "HTTP/1.1 2000 OK\n\n")]
    [InlineData("no number", "HTTP/1.1 2x0 OK\n\n")]
    [InlineData("below 100", "HTTP/1.1 099 OK\n\n")]
    [InlineData("control in the reason", "HTTP/1.1 200 O\u0001K\n\n")]
    [InlineData("bare LF", "HTTP/1.1 200 OK␊\n")]
    [InlineData("blank line before", "\nHTTP/1.1 200 OK\n\n")]
    [InlineData("space before a colon", "HTTP/1.1 200 OK\nX : y\n\n")]
    [InlineData("folded", "HTTP/1.1 200 OK\nX: y\n z\n\n")]
    [InlineData("length and coding", "HTTP/1.1 200 OK\nContent-Length: 5\nTransfer-Encoding: chunked\n\n0\n\n")]
    [InlineData("two lengths", "HTTP/1.1 200 OK\nContent-Length: 5\nContent-Length: 6\n\nhello")]
    [InlineData("bad length", "HTTP/1.1 200 OK\nContent-Length: +5\n\nhello")]
    [InlineData("unknown coding", "HTTP/1.1 200 OK\nTransfer-Encoding: gzip, chunked\n\n0\n\n")]
    [InlineData("coding in HTTP/1.0", "HTTP/1.0 200 OK\nTransfer-Encoding: chunked\n\n0\n\n")]
    [InlineData("body cut off", "HTTP/1.1 200 OK\nContent-Length: 5\n\nhell")]
    [InlineData("chunks cut off", "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n5\nhello\n")]
    [InlineData("head cut off", "HTTP/1.1 200 OK\n")]
    [InlineData("nothing", "")]
    [InlineData("a switch that was not offered", "HTTP/1.1 101 Switching Protocols\nUpgrade: x\n\n")]
    public void A_response_is_not_believed(string what, string wire) =>
        Assert.Equal((what, true), (what, Case.Receive(wire).Contains("fault ")));

    [Theory]
    [InlineData("HEAD", "HTTP/1.1 200 OK\nContent-Length: 5\n\n", "200 OK None:0 keep [Content-Length=5]\nend\nclosed\n")]
    [InlineData("CONNECT", "HTTP/1.1 200 OK\nContent-Length: 5\n\nabc", "200 OK None:0 keep [Content-Length=5]\nswitched\n")]
    [InlineData("CONNECT", "HTTP/1.1 407 No\nContent-Length: 1\n\na", "407 No Length:1 keep [Content-Length=1]\ndata a\nend\nclosed\n")]
    public void The_method_decides_about_the_body(string method, string wire, string said) => Assert.Equal(said, Case.Receive(wire, method));

    [Fact]
    public void Bytes_behind_a_switch_are_handed_back()
    {
        var said = Case.Receive("HTTP/1.1 101 Switching Protocols\nConnection: upgrade\nUpgrade: x\n\nabc", upgrade: "x");
        Assert.EndsWith("\nswitched\n", said);
    }

    [Fact]
    public void What_nobody_asked_for_is_a_fault() =>
        Assert.EndsWith("end\npaused\n", Case.Receive("HTTP/1.1 200 OK\nContent-Length: 0\n\nHTTP/1.1 200 OK\n\n"));

    [Fact]
    public void A_response_before_any_request_is_a_fault()
    {
        var http = new HttpClientProtocol();
        Assert.Equal(HttpEventKind.NeedMore, http.Read([]).Kind);
        Assert.Equal(HttpEventKind.Fault, http.Read("HTTP/1.1 408 x"u8).Kind);
    }

    [Theory]
    [InlineData(32, "200 OK")]
    [InlineData(33, "fault 400: There are too many interim responses.\n")]
    public void Interim_responses_are_limited(int count, string says) => Assert.Contains(says,
        Case.Receive(string.Concat(Enumerable.Repeat("HTTP/1.1 102 x\n\n", count)) + "HTTP/1.1 200 OK\nContent-Length: 0\n\n"));

    [Fact]
    public void A_body_with_a_length_is_limited() => Assert.EndsWith("[Content-Length=5]\nfault 413: Content-Length is more than a body may have.\n",
        Case.Receive("HTTP/1.1 200 OK\nContent-Length: 5\n\nhello", limits: new HttpLimits { MaxBodyBytes = 4 }));

    [Fact]
    public void A_body_without_a_length_is_limited() => Assert.Contains("fault",
        Case.Receive("HTTP/1.1 200 OK\n\nhello", limits: new HttpLimits { MaxBodyBytes = 4 }));
}
