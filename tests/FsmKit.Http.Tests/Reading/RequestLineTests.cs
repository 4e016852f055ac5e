using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>
/// Syntax of request lines (RFC 9112 §2, §3): each row is an attack or an oddity, with the status that answers it (0: accepted).
/// </summary>
public class RequestLineTests
{
    private const string Rest = "\nHost: a\n\n";

    [Theory]
    [InlineData("nothing at all", "", 0)]
    [InlineData("one blank line before", "\nGET / HTTP/1.1\nHost: a\n\n", 0)]
    [InlineData("eight blank lines before", "\n\n\n\n\n\n\n\nGET / HTTP/1.1\nHost: a\n\n", 0)]
    [InlineData("nine blank lines before", "\n\n\n\n\n\n\n\n\nGET / HTTP/1.1\nHost: a\n\n", 400)]
    [InlineData("bare LF", "GET / HTTP/1.1␊Host: a\n\n", 400)]
    [InlineData("bare LF before", "␊GET / HTTP/1.1\nHost: a\n\n", 400)]
    [InlineData("bare CR", "GET / HTTP/1.1␍Host: a\n\n", 400)]
    [InlineData("bare CR before", "␍GET / HTTP/1.1\nHost: a\n\n", 400)]
    [InlineData("CR CR LF", "GET / HTTP/1.1␍" + Rest, 400)]
    [InlineData("space before", " GET / HTTP/1.1" + Rest, 400)]
    [InlineData("tab before", "\tGET / HTTP/1.1" + Rest, 400)]
    [InlineData("two spaces", "GET  / HTTP/1.1" + Rest, 400)]
    [InlineData("two spaces before the version", "GET /  HTTP/1.1" + Rest, 400)]
    [InlineData("tab between", "GET\t/ HTTP/1.1" + Rest, 400)]
    [InlineData("tab before the version", "GET /\tHTTP/1.1" + Rest, 400)]
    [InlineData("vertical tab", "GET\v/ HTTP/1.1" + Rest, 400)]
    [InlineData("form feed", "GET / \fHTTP/1.1" + Rest, 400)]
    [InlineData("space behind", "GET / HTTP/1.1 " + Rest, 400)]
    [InlineData("HTTP/0.9", "GET /\n", 400)]
    [InlineData("no target", "GET HTTP/1.1" + Rest, 400)]
    [InlineData("no version but its space", "GET / \n", 400)]
    [InlineData("method alone", "GET\n", 400)]
    [InlineData("short version", "GET / HTTP/1" + Rest, 400)]
    [InlineData("version with a zero", "GET / HTTP/01.1" + Rest, 400)]
    [InlineData("version with a space", "GET / HTTP/ 1.1" + Rest, 400)]
    [InlineData("version in small letters", "GET / http/1.1" + Rest, 400)]
    [InlineData("version with more behind", "GET / HTTP/1.1x" + Rest, 400)]
    [InlineData("another protocol", "GET / RTSP/1.1" + Rest, 400)]
    [InlineData("1.2 is read as 1.1", "GET / HTTP/1.2" + Rest, 0)]
    [InlineData("1.9 is read as 1.1", "GET / HTTP/1.9" + Rest, 0)]
    [InlineData("2.0", "GET / HTTP/2.0" + Rest, 505)]
    [InlineData("9.9", "GET / HTTP/9.9" + Rest, 505)]
    [InlineData("0.9", "GET / HTTP/0.9" + Rest, 505)]
    [InlineData("the preface of HTTP/2", "PRI * HTTP/2.0\n\nSM\n\n", 505)]
    [InlineData("TLS", "\u0016\u0003\u0001\u0002␀\u0001␀\u0001\u00FC", 400)]
    [InlineData("NUL in the method", "GE␀T / HTTP/1.1" + Rest, 400)]
    [InlineData("method that is no token", "G(T / HTTP/1.1" + Rest, 400)]
    public void A_request_line_is_judged(string what, string wire, int status) => Judge(what, wire, status);

    [Theory]
    [InlineData("NUL", "/a␀", 400)]
    [InlineData("control", "/a\u0001", 400)]
    [InlineData("DEL", "/a\u007F", 400)]
    [InlineData("space", "/a b", 400)]
    [InlineData("raw non-ASCII", "/\u00E9", 400)]
    [InlineData("fragment", "/a#b", 400)]
    [InlineData("relative", "a/b", 400)]
    [InlineData("relative upwards", "../x", 400)]
    [InlineData("%00", "/%00", 400)]
    [InlineData("escaped CR LF in the query, as forms send it", "/?a=%0D%0A", 0)]
    [InlineData("escape of no digits", "/%zz", 400)]
    [InlineData("escape cut off", "/%4", 400)]
    [InlineData("above the root", "/../x", 400)]
    [InlineData("above the root, escaped", "/a/%2e%2e/%2E%2e/x", 400)]
    [InlineData("dots inside", "/a/../b", 0)]
    [InlineData("double slash", "//x", 0)]
    [InlineData("absolute", "http://a/x", 0)]
    [InlineData("absolute, with the port of its scheme", "http://a:80/x", 0)]
    [InlineData("absolute, https", "HTTPS://a:443", 0)]
    [InlineData("absolute, of another host than Host", "http://b/x", 400)]
    [InlineData("absolute, of another port than Host", "http://a:81/x", 400)]
    [InlineData("absolute, with a user", "http://u@a/x", 400)]
    [InlineData("absolute, without a host", "http:///x", 400)]
    [InlineData("another scheme", "ftp://a/x", 400)]
    [InlineData("asterisk with GET", "*", 400)]
    [InlineData("authority with GET", "a:80", 400)]
    [InlineData("brackets in the query", "/?a[]=1", 0)]
    public void A_target_is_judged(string what, string target, int status) => Judge(what, $"GET {target} HTTP/1.1{Rest}", status);

    [Theory]
    [InlineData("OPTIONS *", "OPTIONS * HTTP/1.1" + Rest, 0)]
    [InlineData("CONNECT", "CONNECT a:443 HTTP/1.1\nHost: a:443\n\n", 0)]
    [InlineData("CONNECT without a port", "CONNECT a HTTP/1.1\nHost: a\n\n", 400)]
    [InlineData("CONNECT to a path", "CONNECT / HTTP/1.1" + Rest, 400)]
    [InlineData("CONNECT to another host than Host", "CONNECT a:443 HTTP/1.1\nHost: b:443\n\n", 400)]
    [InlineData("CONNECT with a body", "CONNECT a:443 HTTP/1.1\nHost: a:443\nContent-Length: 1\n\nx", 400)]
    [InlineData("TRACE", "TRACE / HTTP/1.1" + Rest, 0)]
    [InlineData("TRACE with a body", "TRACE / HTTP/1.1\nHost: a\nContent-Length: 1\n\nx", 400)]
    public void A_method_with_its_target_is_judged(string what, string wire, int status) => Judge(what, wire, status);

    [Theory]
    [InlineData("/a%20b", "/a b")]
    [InlineData("/%C3%A9", "/é")]
    [InlineData("/a%2Fb/%2f", "/a%2Fb/%2f")]
    [InlineData("/%2525", "/%25")]
    [InlineData("/a/./b/../c/.", "/a/c/")]
    [InlineData("/a/..", "/")]
    [InlineData("/..a/.b", "/..a/.b")]
    [InlineData("/a?b=%2e%2e/..", "/a")]
    [InlineData("http://a", "/")]
    [InlineData("http://a?x", "/")]
    public void A_path_is_decoded_once(string target, string path) =>
        Assert.Contains($" path={path} query", Case.Serve($"GET {target} HTTP/1.1{Rest}"));

    [Fact]
    public void Lengths_are_limited()
    {
        Assert.Equal(400, Case.Fault(new string('M', 100_000) + " / HTTP/1.1" + Rest));
        Assert.Equal(501, Case.Fault(new string('M', 10_000) + " / HTTP/1.1" + Rest));
        Assert.Equal(501, Case.Fault(new string('M', 33) + " / HTTP/1.1" + Rest));
        Assert.Equal(414, Case.Fault($"GET /{new string('a', 16_384)} HTTP/1.1{Rest}"));
        Assert.Equal(414, Case.Fault($"GET /{new string('a', 100_000)} HTTP/1.1{Rest}"));
        Assert.Equal(0, Case.Fault($"GET /{new string('a', 16_383)} HTTP/1.1{Rest}"));
        Assert.Equal(0, Case.Fault($"GET /%41{new string('a', 8000)} HTTP/1.1{Rest}"));
    }

    private static void Judge(string what, string wire, int status) => Assert.Equal((what, status), (what, Case.Fault(wire)));
}
