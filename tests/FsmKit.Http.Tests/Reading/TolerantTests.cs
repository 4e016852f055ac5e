using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>What <see cref="HttpLimits.Tolerant"/> reads beyond the grammar, and what it refuses nevertheless.</summary>
public class TolerantTests
{
    private const string Get = "GET / HTTP/1.1\nHost: a\n\n";
    private const string Post = "POST / HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n";

    [Theory]
    [InlineData("a CR", "␍")]
    [InlineData("a LF", "␊")]
    [InlineData("LF CR", "␊␍")]
    [InlineData("two LF", "␊␊")]
    [InlineData("blank lines and others", "\n␊\n␍␍")]
    [InlineData("as many as eight blank lines", "␍␍␍␍␍␍␍␍␊␊␊␊␊␊␊␊")]
    public void Line_ends_before_a_request_are_skipped(string what, string before)
    {
        Assert.Equal((what, 0), (what, Case.Fault(before + Get, HttpLimits.Tolerant)));
        Assert.Equal((what, 0), (what, Case.Fault(Get + before, HttpLimits.Tolerant)));
        Assert.Equal((what, 400), (what, Case.Fault(before + Get)));
        Assert.Equal((what, 400), (what, Case.Fault(before + Get, HttpLimits.Strict)));
    }

    [Theory]
    [InlineData("one more than there may be", "␍␍␍␍␍␍␍␍␊␊␊␊␊␊␊␊␊")]
    [InlineData("a space", "␊ ")]
    [InlineData("NUL", "␊␀")]
    public void Other_octets_before_a_request_are_refused(string what, string before) =>
        Assert.Equal((what, 400), (what, Case.Fault(before + Get, HttpLimits.Tolerant)));

    [Theory]
    [InlineData("/..", "/")]
    [InlineData("/../", "/")]
    [InlineData("/../x", "/x")]
    [InlineData("/./../.", "/")]
    [InlineData("/../../a/../../b", "/b")]
    [InlineData("/a/%2e%2E/%2e./x", "/x")]
    [InlineData("http://a/../x", "/x")]
    public void Segments_above_the_root_are_dropped(string target, string path)
    {
        Assert.Equal(0, Case.Fault($"GET {target} HTTP/1.1\nHost: a\n\n", HttpLimits.Tolerant));
        Assert.Equal(400, Case.Fault($"GET {target} HTTP/1.1\nHost: a\n\n"));
        Assert.Equal(400, Case.Fault($"GET {target} HTTP/1.1\nHost: a\n\n", HttpLimits.Strict));
        using var http = ServerFeed.New(HttpLimits.Tolerant);
        Assert.Equal(path, http.Read(Wire.Bytes($"GET {target} HTTP/1.1\nHost: a\n\n")).Request.GetPath());
    }

    [Theory]
    [InlineData("words", "5;some words\nhello\n0;more of them\n\n", 0)]
    [InlineData("words behind a good one", "5;a=b c\nhello\n0\n\n", 0)]
    [InlineData("no name", "5;=b\nhello\n0\n\n", 0)]
    [InlineData("semicolons", "5;;;\nhello\n0\n\n", 0)]
    [InlineData("quotation marks", "5;a=\"b\"c d\nhello\n0\n\n", 0)]
    [InlineData("octets above 0x7F", "5;\u00E9\nhello\n0\n\n", 400)]
    [InlineData("a bracket", "5;bad[=x\nhello\n0\n\n", 400)]
    [InlineData("a bracket behind words", "5;some words[\nhello\n0\n\n", 400)]
    [InlineData("semicolon alone", "5;\nhello\n0\n\n", 400)]
    [InlineData("semicolon and a space", "5; \nhello\n0\n\n", 400)]
    [InlineData("space behind the size", "5 x\nhello\n0\n\n", 400)]
    [InlineData("control", "5;some\u0001words\nhello\n0\n\n", 400)]
    [InlineData("NUL", "5;some␀words\nhello\n0\n\n", 400)]
    [InlineData("bare LF", "5;some words␊hello\n0\n\n", 400)]
    [InlineData("bare CR", "5;some words␍x\nhello\n0\n\n", 400)]
    [InlineData("line end in quotes", "5;a=\"x\ny\"\nhello\n0\n\n", 400)]
    public void Parts_in_any_order_are_an_extension_of_a_chunk(string what, string body, int status)
    {
        Assert.Equal((what, status), (what, Case.Fault(Post + body, HttpLimits.Tolerant)));
        Assert.Equal((what, 400), (what, Case.Fault(Post + body)));
        Assert.Equal((what, 400), (what, Case.Fault(Post + body, HttpLimits.Strict)));
    }

    [Theory]
    [InlineData("GET / HTTP/1.1", 16, 0)]
    [InlineData("GET / HTTP/1.1", 15, 414)]
    [InlineData("PUT /abc/de?f=ghi HTTP/1.1", 28, 0)]
    [InlineData("PUT /abc/de?f=ghi HTTP/1.1", 27, 414)]
    public void A_request_line_has_a_limit(string line, int most, int status)
    {
        var limits = new HttpLimits { MaxRequestLineBytes = most };
        Assert.Equal(status, Case.Fault($"{line}\nHost: a\nContent-Length: 0\n\n", limits));
        Assert.Equal($"MaxRequestLineBytes={most}", HttpLimits.Parse(limits.ToString()).ToString());
    }

    [Theory]
    [InlineData("POST / HTTP/1.0\n\n", 400)]
    [InlineData("PUT / HTTP/1.0\nHost: a\nConnection: keep-alive\n\n", 400)]
    [InlineData("POST / HTTP/1.0\nContent-Length: 0\n\n", 0)]
    [InlineData("DELETE / HTTP/1.0\n\n", 0)]
    [InlineData("POST / HTTP/1.1\nHost: a\n\n", 0)]
    public void HTTP_1_0_posts_with_a_length(string wire, int status)
    {
        Assert.Equal(status, Case.Fault(wire));
        Assert.Equal(status, Case.Fault(wire, HttpLimits.Tolerant));
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\nHost: a\n␍␍")]
    [InlineData("GET / HTTP/1.1\nHost: a\n␍ ")]
    [InlineData("GET / HTTP/1.1\nHost: a\n␍x\n\n")]
    [InlineData("GET / HTTP/1.1\nHost: a\n␍␍␊\n")]
    public void A_line_that_begins_with_a_bare_CR_is_refused_at_once(string wire) =>
        Assert.Equal("fault 400: Field line 2 begins with a CR without LF.\n", Case.Serve(wire));
}
