using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>End of a body (RFC 9112 §6, §7): each row with the status that answers it (0: accepted).</summary>
public class BodyTests
{
    [Theory]
    [InlineData("plus", "+5", 400)]
    [InlineData("minus", "-1", 400)]
    [InlineData("minus zero", "-0", 400)]
    [InlineData("hexadecimal", "0x5", 400)]
    [InlineData("octal", "0o5", 400)]
    [InlineData("underscore", "1_0", 400)]
    [InlineData("space inside", "1 0", 400)]
    [InlineData("empty", "", 400)]
    [InlineData("point", "5.0", 400)]
    [InlineData("a list of equal ones", "5, 5", 400)]
    [InlineData("more than 63 bits", "9223372036854775808", 400)]
    [InlineData("more than 64 bits", "99999999999999999999999", 400)]
    [InlineData("more than a body may have", "1073741825", 413)]
    [InlineData("zero", "0", 0)]
    [InlineData("white space around", " \t5 \t", 0)]
    [InlineData("five", "5", 0)]
    public void A_Content_Length_is_judged(string what, string length, int status) =>
        Judge(what, $"POST / HTTP/1.1\nHost: a\nContent-Length: {length}\n\n{(length.Trim() == "5" ? "hello" : "")}", status);

    [Theory]
    [InlineData("two different lengths", "Content-Length: 5\nContent-Length: 6\n", 400)]
    [InlineData("two equal lengths", "Content-Length: 5\nContent-Length: 5\n", 400)]
    [InlineData("length and coding", "Content-Length: 5\nTransfer-Encoding: chunked\n", 400)]
    [InlineData("coding and length", "Transfer-Encoding: chunked\nContent-Length: 5\n", 400)]
    [InlineData("not chunked at last", "Transfer-Encoding: chunked, gzip\n", 400)]
    [InlineData("not chunked at all", "Transfer-Encoding: gzip\n", 400)]
    [InlineData("another coding before chunked", "Transfer-Encoding: gzip, chunked\n", 501)]
    [InlineData("another coding in a line before", "Transfer-Encoding: gzip\nTransfer-Encoding: chunked\n", 501)]
    [InlineData("chunked twice", "Transfer-Encoding: chunked, chunked\n", 400)]
    [InlineData("chunked in two lines", "Transfer-Encoding: chunked\nTransfer-Encoding: chunked\n", 400)]
    [InlineData("identity", "Transfer-Encoding: identity\n", 400)]
    [InlineData("empty coding", "Transfer-Encoding:\n", 400)]
    [InlineData("xchunked", "Transfer-Encoding: xchunked\n", 400)]
    [InlineData("vertical tab", "Transfer-Encoding: \vchunked\n", 400)]
    [InlineData("form feed", "Transfer-Encoding: chunked\f\n", 400)]
    [InlineData("NUL", "Transfer-Encoding: chunked␀\n", 400)]
    [InlineData("a parameter", "Transfer-Encoding: chunked;x=1\n", 400)]
    [InlineData("quoted", "Transfer-Encoding: \"chunked\"\n", 400)]
    public void Framing_fields_are_judged(string what, string fields, int status) =>
        Judge(what, $"POST / HTTP/1.1\nHost: a\n{fields}\n0\n\n", status);

    [Theory]
    [InlineData("one", "5\nhello\n0\n\n", 0)]
    [InlineData("several", "1\nh\n4\nello\n0\n\n", 0)]
    [InlineData("leading zeros", "0005\nhello\n000\n\n", 0)]
    [InlineData("capitals", "A\n0123456789\n0\n\n", 0)]
    [InlineData("empty size", "\nhello\n0\n\n", 400)]
    [InlineData("space before the size", " 5\nhello\n0\n\n", 400)]
    [InlineData("space behind the size", "5 \nhello\n0\n\n", 400)]
    [InlineData("hexadecimal prefix", "0x5\nhello\n0\n\n", 400)]
    [InlineData("underscore", "1_0\n0123456789abcdef\n0\n\n", 400)]
    [InlineData("plus", "+5\nhello\n0\n\n", 400)]
    [InlineData("minus", "-5\nhello\n0\n\n", 400)]
    [InlineData("seventeen digits", "00000000000000005\nhello\n0\n\n", 400)]
    [InlineData("sixteen digits", "0000000000000005\nhello\n0\n\n", 0)]
    [InlineData("64 bits", "ffffffffffffffff\nhello\n0\n\n", 413)]
    [InlineData("more than a body may have", "40000001\nhello\n0\n\n", 413)]
    [InlineData("extension", "5;a\nhello\n0\n\n", 0)]
    [InlineData("extensions", "5;a=b;c=\"d \\\" e\";f\nhello\n0;x\n\n", 0)]
    [InlineData("bad white space, which must be read", "5 ; a = b ;c\nhello\n0\n\n", 0)]
    [InlineData("semicolon alone", "5;\nhello\n0\n\n", 400)]
    [InlineData("extension without a name", "5;=b\nhello\n0\n\n", 400)]
    [InlineData("extension without a value", "5;a=\nhello\n0\n\n", 400)]
    [InlineData("extension that is no token", "5;a(b\nhello\n0\n\n", 400)]
    [InlineData("space behind an extension", "5;a \nhello\n0\n\n", 400)]
    [InlineData("control in an extension", "5;a\u0001\nhello\n0\n\n", 400)]
    [InlineData("NUL in an extension", "5;a=\"␀\"\nhello\n0\n\n", 400)]
    [InlineData("bare LF in an extension", "5;a␊hello\n0\n\n", 400)]
    [InlineData("bare LF in quotes", "5;a=\"␊\"\nhello\n0\n\n", 400)]
    [InlineData("bare CR in an extension", "5;a␍x\nhello\n0\n\n", 400)]
    [InlineData("bare LF behind the size", "5␊hello\n0\n\n", 400)]
    [InlineData("bare CR behind the size", "5␍hello\n0\n\n", 400)]
    [InlineData("data longer than said", "4\nhello\n0\n\n", 400)]
    [InlineData("data ended by bare LF", "5\nhello␊0\n\n", 400)]
    [InlineData("data ended by bare CR", "5\nhello␍0\n\n", 400)]
    [InlineData("data ended by CR and something else", "5\nhello␍x0\n\n", 400)]
    [InlineData("trailers", "0\nX-Sum: 1\nX-Other: 2\n\n", 0)]
    [InlineData("Content-Length in trailers", "0\nContent-Length: 5\n\n", 400)]
    [InlineData("Transfer-Encoding in trailers", "0\nTransfer-Encoding: chunked\n\n", 400)]
    [InlineData("Host in trailers", "0\nhost: b\n\n", 400)]
    [InlineData("Authorization in trailers", "0\nAuthorization: b\n\n", 400)]
    [InlineData("bare LF in trailers", "0\nX: b␊\n", 400)]
    [InlineData("folded trailers", "0\nX: b\n c\n\n", 400)]
    [InlineData("no end of the data", "5\nhel", 400)]
    [InlineData("no last chunk", "5\nhello\n", 400)]
    [InlineData("no end of the trailers", "0\n", 400)]
    public void Chunks_are_judged(string what, string chunks, int status) =>
        Judge(what, $"POST / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n{chunks}", status);

    [Fact]
    public void A_chunked_body_comes_without_its_framing()
    {
        var said = Case.Serve("POST / HTTP/1.1\nHost: a\nTransfer-Encoding: Chunked\n\n3;x=y\nabc\n2\nde\n0\nX-Sum: 1\n\n");
        Assert.Contains("\ndata abcde\nend [X-Sum=1]\nclosed\n", said);
    }

    [Fact]
    public void A_Transfer_Encoding_in_HTTP_1_0_is_refused() =>
        Assert.Equal(400, Case.Fault("POST / HTTP/1.0\nHost: a\nTransfer-Encoding: chunked\n\n0\n\n"));

    [Fact]
    public void Extensions_are_limited_per_message()
    {
        const string Head = "POST / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n";
        Assert.Equal(400, Case.Fault($"{Head}1;{new string('a', 65_536)}\nx\n0\n\n"));
        Assert.Equal(400, Case.Fault($"{Head}{string.Concat(Enumerable.Repeat("1;abcdefgh\nx\n", 1000))}0\n\n"));
        Assert.Equal(0, Case.Fault($"{Head}{string.Concat(Enumerable.Repeat("1;abcdefgh\nx\n", 400))}0\n\n"));
    }

    [Fact]
    public void Trailers_are_limited()
    {
        const string Head = "POST / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n0\n";
        Assert.Equal(431, Case.Fault($"{Head}X: {new string('a', 20_000)}\n\n"));
        Assert.Equal(431, Case.Fault($"{Head}{string.Concat(Enumerable.Repeat("X: y\n", 33))}\n"));
        Assert.Equal(0, Case.Fault($"{Head}{string.Concat(Enumerable.Repeat("X: y\n", 32))}\n"));
    }

    [Fact]
    public void A_body_is_limited()
    {
        var limits = new HttpLimits { MaxBodyBytes = 5 };
        Assert.Equal(0, Case.Fault("POST / HTTP/1.1\nHost: a\nContent-Length: 5\n\nhello", limits));
        Assert.Equal(413, Case.Fault("POST / HTTP/1.1\nHost: a\nContent-Length: 6\n\nhello!", limits));
        Assert.Equal(0, Case.Fault("POST / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n2\nhe\n3\nllo\n0\n\n", limits));
        Assert.Equal(413, Case.Fault("POST / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n3\nhel\n3\nlo!\n0\n\n", limits));
    }

    [Theory]
    [InlineData("Content-Length: 6\n\nhello!", 5, "fault 413")]
    [InlineData("Content-Length: 6\n\nhello!", 6, "data hello!\nend\n")]
    [InlineData("Content-Length: 6\n\nhello!", 100, "data hello!\nend\n")]
    [InlineData("Content-Length: 6\n\n", 5, "fault 413")]
    [InlineData("Transfer-Encoding: chunked\n\n5\nhello\n1\n!\n0\n\n", 5, "data hello\nfault 413")]
    [InlineData("Transfer-Encoding: chunked\n\n5\nhello\n1\n!\n0\n\n", 6, "data hello!\nend\n")]
    [InlineData("\n", 0, "end\n")]
    public void A_limit_can_be_set_for_one_request(string rest, long most, string says)
    {
        var input = Wire.Bytes($"POST / HTTP/1.1\nHost: a\n{rest}");
        foreach (var portion in new[] { 0, 1 })
        {
            var feed = new ServerFeed(new HttpLimits { MaxBodyBytes = 3 }) { MaxBodyBytes = most };
            Assert.Contains("\n" + says, feed.Run(input, () => portion));
        }
    }

    [Fact]
    public void A_limit_is_for_one_request_alone_and_is_set_before_its_body()
    {
        using var http = new HttpServerProtocol();
        Assert.Throws<InvalidOperationException>(() => http.MaxBodyBytes = 5);
        var input = Wire.Bytes("POST / HTTP/1.1\nHost: a\nContent-Length: 2\n\nhi");
        var rest = input.AsSpan(http.Read(input).Consumed);
        http.MaxBodyBytes = 2;
        Assert.Throws<ArgumentOutOfRangeException>(() => http.MaxBodyBytes = -1);
        Assert.Equal(HttpEventKind.NeedMore, http.Read([]).Kind);
        http.MaxBodyBytes = 3;
        Assert.Equal(1, http.Read(rest[..1]).Consumed);
        Assert.Throws<InvalidOperationException>(() => http.MaxBodyBytes = 5);
        http.Read(rest[1..]);
        http.Read([]);
        http.WriteEmptyResponse(new System.Buffers.ArrayBufferWriter<byte>(), 200);
        http.StartNext();
        Assert.Equal(HttpLimits.Default.MaxBodyBytes, http.MaxBodyBytes);
    }

    /// <summary>RFC 9110 §10.1.1: a client that waits for 100 is not asked for a body that would be refused.</summary>
    [Fact]
    public void Who_waits_for_continue_is_told_that_its_body_is_too_long()
    {
        using var http = new HttpServerProtocol(new HttpServerOptions { SendsDate = false });
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        http.Read(Wire.Bytes("POST / HTTP/1.1\nHost: a\nExpect: 100-continue\nContent-Length: 6\n\n"));
        http.MaxBodyBytes = 5;
        Assert.False(http.WriteContinue(output));
        var read = http.Read([]);
        Assert.Equal((HttpEventKind.Fault, 413), (read.Kind, read.Fault.Status));
        http.WriteEmptyResponse(output, 413);
        Assert.Equal("HTTP/1.1 413 Content Too Large¶Content-Length: 0¶Connection: close¶¶", Wire.Text(output.WrittenSpan));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public void A_body_with_any_method_is_read_and_is_no_request(string method)
    {
        var said = Case.Serve($"{method} / HTTP/1.1\nHost: a\nContent-Length: 35\n\nGET /smuggled HTTP/1.1\nHost: evil\n\n!");
        Assert.Contains("data GET /smuggled", said);
        Assert.DoesNotContain("path=/smuggled", said);
    }

    [Theory]
    [InlineData("HTTP/1.1", "100-continue", 5, 0, " expects")]
    [InlineData("HTTP/1.1", "100-Continue", 5, 0, " expects")]
    [InlineData("HTTP/1.1", "100-continue", 0, 0, " keep [")]
    [InlineData("HTTP/1.1", "200-ok", 5, 417, "")]
    [InlineData("HTTP/1.1", "100-continue, x", 5, 417, "")]
    [InlineData("HTTP/1.0", "100-continue", 5, 0, " last [")]
    [InlineData("HTTP/1.0", "200-ok", 5, 0, " last [")]
    public void An_expectation_is_judged(string version, string expect, int length, int status, string says)
    {
        var wire = $"POST / {version}\nHost: a\nExpect: {expect}\nContent-Length: {length}\n\n{"hello"[..length]}";
        Assert.Equal(status, Case.Fault(wire));
        Assert.Contains(says, Case.Serve(wire));
    }

    private static void Judge(string what, string wire, int status) => Assert.Equal((what, status), (what, Case.Fault(wire)));
}
