using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>
/// Malformed requests of honest clients. Each row is served, and answered with its status by a strict server. A request is fed whole, byte
/// by byte, with a tail, and to a connection that has read it already.
/// </summary>
public class ToleranceTests
{
    private const string Rest = " HTTP/1.1\nHost: a\n\n";

    public static TheoryData<string> RawCharacters => [.. "\"<>\\^`{|}".Select(static c => $"{c}")];

    [Theory]
    [MemberData(nameof(RawCharacters))]
    public void A_character_that_browsers_do_not_escape_comes_as_it_was_sent(string raw)
    {
        var said = Served($"GET /p{raw}/q?a={raw}b HTTP/1.1\nHost: a\n\n", 400);
        Assert.Contains($"GET /p{raw}/q?a={raw}b Origin path=/p{raw}/q query=a={raw}b authority=a ", said);
        Served($"GET http://a/{raw}?{raw}{Rest}", 400);
    }

    [Theory]
    [InlineData("lone percent at the end", "q=20%")]
    [InlineData("lone percent", "q=100%&b")]
    [InlineData("percent before a plus", "50%+off")]
    [InlineData("no digits", "a=%zz")]
    [InlineData("one digit", "a=%4")]
    [InlineData("one digit and no other", "a=%4g")]
    [InlineData("the escapes of old scripts", "%u00e9")]
    [InlineData("NUL", "a=%00")]
    [InlineData("JSON", "f={\"a\":[1,2],\"b\":null}")]
    [InlineData("percents", "%%%")]
    public void A_query_is_opaque(string what, string query) =>
        Assert.Equal((what, true), (what, Served($"GET /s?{query}{Rest}", 400).Contains($" path=/s query={query} ")));

    [Theory]
    [InlineData("latin-1", "/caf%E9", "/caf%E9")]
    [InlineData("half of UTF-8", "/%c3%28", "/%c3(")]
    [InlineData("half of UTF-8 at the end", "/a%C3", "/a%C3")]
    [InlineData("overlong UTF-8", "/%C0%AF", "/%C0%AF")]
    [InlineData("a surrogate", "/%ED%A0%80", "/%ED%A0%80")]
    [InlineData("above Unicode", "/%F4%90%80%80", "/%F4%90%80%80")]
    [InlineData("the first of a good one twice", "/%C3%C3%A9", "/%C3é")]
    [InlineData("good beside bad", "/%E2%82%AC%FF%20", "/€%FF ")]
    [InlineData("line feed", "/a%0Ab", "/a\nb")]
    [InlineData("tab", "/%09", "/\t")]
    [InlineData("escape", "/%1b[2J", "/\u001B[2J")]
    [InlineData("DEL", "/%7f", "/\u007F")]
    [InlineData("CR LF and a field", "/%0d%0aSet-Cookie:x", "/\r\nSet-Cookie:x")]
    [InlineData("dots behind what is no text", "/%E9/../x", "/x")]
    public void A_path_is_decoded_as_far_as_it_is_text(string what, string raw, string path)
    {
        Served($"GET {raw}{Rest}", 400);
        using var http = ServerFeed.New();
        var request = http.Read(Wire.Bytes($"GET {raw}{Rest}")).Request;
        Assert.Equal((what, raw, path), (what, Wire.Text(request.RawPath), request.GetPath()));
        var decoded = new byte[raw.Length];
        Assert.Equal(path, System.Text.Encoding.UTF8.GetString(decoded, 0, request.DecodePath(decoded)));
    }

    [Theory]
    [InlineData("%00", "/%00", "The path escapes a NUL.")]
    [InlineData("%00 inside", "/a%00.html?x", "The path escapes a NUL.")]
    [InlineData("no digits", "/%zz", "The path has a % that two hexadecimal digits do not follow.")]
    [InlineData("cut off", "/%4", "The path has a % that two hexadecimal digits do not follow.")]
    [InlineData("cut off by the query", "/%4?1", "The path has a % that two hexadecimal digits do not follow.")]
    [InlineData("above the root", "/../x", "The path leads above the root.")]
    [InlineData("above the root, escaped", "/a/%2e%2E/%2e./x", "The path leads above the root.")]
    [InlineData("DEL", "/?\u007F", "The request target holds a control character.")]
    [InlineData("tab", "/\t", "The request target holds a control character.")]
    [InlineData("NUL", "/?␀", "The request target holds a control character.")]
    [InlineData("fragment", "/a#b", "The request target has a fragment.")]
    [InlineData("fragment in the query", "/?a#b", "The request target has a fragment.")]
    [InlineData("space", "/a b", "The request line has more than two spaces.")]
    [InlineData("raw Latin-1", "/\u00E9", "The request target holds an octet above 0x7F: it has to be escaped, or HttpLimits.AcceptNonAsciiTargets set.")]
    [InlineData("raw UTF-8", "/?\u00C3\u00A9", "The request target holds an octet above 0x7F: it has to be escaped, or HttpLimits.AcceptNonAsciiTargets set.")]
    public void What_stays_refused_in_a_target_is_told(string what, string target, string reason)
    {
        Assert.Equal((what, $"fault 400: {reason}\n"), (what, Case.Serve($"GET {target}{Rest}")));
        Assert.Equal(400, Case.Fault($"GET {target}{Rest}", HttpLimits.Strict));
    }

    [Theory]
    [InlineData("/\u00C3\u00A9?\u00C3\u00A9", "/é", 0)]
    [InlineData("/\u00C3%A9", "/é", 0)]
    [InlineData("/\u00E9/%E9", "/\uFFFD/%E9", 0)]
    [InlineData("/%25\u00FF", "/%\uFFFD", 0)]
    [InlineData("/\u00E9/../b", "/b", 0)]
    [InlineData("/?\u00FF\u0080", "/", 0)]
    [InlineData("/\u00E9 b", "", 400)]
    [InlineData("/\u00E9␀", "", 400)]
    [InlineData("/\u00E9#", "", 400)]
    [InlineData("http://a\u00E9/", "", 400)]
    public void Octets_that_are_not_ASCII_may_be_let_through(string target, string path, int status)
    {
        var limits = new HttpLimits { AcceptNonAsciiTargets = true };
        Assert.Equal(status, Case.Fault($"GET {target}{Rest}", limits));
        Assert.Equal(400, Case.Fault($"GET {target}{Rest}"));
        if (status == 0)
        {
            using var http = ServerFeed.New(limits);
            var request = http.Read(Wire.Bytes($"GET {target}{Rest}")).Request;
            Assert.Equal((target, path), (Wire.Text(request.Target), request.GetPath()));
        }
    }

    [Theory]
    [InlineData("PROPFIND", 501)]
    [InlineData("PURGE", 501)]
    [InlineData("QUERY", 501)]
    [InlineData("M-SEARCH", 501)]
    [InlineData("get", 501)]
    [InlineData("Get", 501)]
    [InlineData("HEADER", 501)]
    [InlineData("!#$%&'*+-.^_`|~", 501)]
    [InlineData("0", 501)]
    public void Any_method_reaches_the_application(string method, int strict)
    {
        Assert.StartsWith($"{method} /x Origin ", Served($"{method} /x{Rest}", strict));
        Served($"{method} *{Rest}", strict);
        Assert.Contains("data hello", Served($"{method} / HTTP/1.1\nHost: a\nContent-Length: 5\n\nhello", strict));
    }

    [Theory]
    [InlineData("Content-Type: a\nContent-Type: b")]
    [InlineData("Content-Type: a\nContent-Type: a")]
    [InlineData("Referer: a\nReferer: b")]
    [InlineData("User-Agent: a\nX: y\nuser-agent: b")]
    [InlineData("Origin: a\nOrigin: b")]
    [InlineData("From: a\nFrom: b")]
    [InlineData("Range: a\nRange: b")]
    [InlineData("Date: a\nDate: b")]
    [InlineData("Content-Range: a\nContent-Range: b")]
    [InlineData("Content-Location: a\nContent-Location: b")]
    [InlineData("If-Modified-Since: a\nIf-Modified-Since: b")]
    [InlineData("If-Unmodified-Since: a\nIf-Unmodified-Since: b")]
    [InlineData("If-Range: a\nIf-Range: b")]
    [InlineData("Max-Forwards: 1\nMax-Forwards: 2")]
    [InlineData("Sec-WebSocket-Key: a\nSec-WebSocket-Key: b")]
    [InlineData("Sec-WebSocket-Version: 13\nSec-WebSocket-Version: 8")]
    public void A_field_that_frames_nothing_may_be_there_twice_and_the_first_is_found(string fields)
    {
        Served($"GET / HTTP/1.1\nHost: a\n{fields}\n\n", 400);
        using var http = ServerFeed.New();
        var head = http.Read(Wire.Bytes($"GET / HTTP/1.1\nHost: a\n{fields}\n\n")).Request.Fields;
        var first = fields.Split('\n')[0].Split(": ");
        Assert.Equal(first[1], head.GetString(Wire.Bytes(first[0])));
        Assert.Equal(1 + fields.Split('\n').Length, head.Count);
    }

    [Theory]
    [InlineData("Host: a\nHost: a", "Field line 2 is Host a second time.")]
    [InlineData("Host: a\nAuthorization: x\nX: y\nAuthorization: x", "Field line 4 is Authorization a second time.")]
    [InlineData("Host: a\nProxy-Authorization: x\nProxy-Authorization: x", "Field line 3 is Proxy-Authorization a second time.")]
    [InlineData("Host: a\nContent-Length: 0\nContent-Length: 0", "Field line 3 is Content-Length a second time.")]
    public void A_field_of_framing_routing_or_authentication_may_not(string fields, string reason) =>
        Assert.Equal($"fault 400: {reason}\n", Case.Serve($"GET / HTTP/1.1\n{fields}\n\n"));

    /// <summary>Fed whole, in bytes, and behind itself.</summary>
    private static string Served(string wire, int strict)
    {
        var said = Case.Serve(wire);
        Assert.DoesNotContain("fault", said);
        Assert.Equal(said.Replace("closed\n", "") + said, Case.Serve(wire + wire));
        Assert.Equal(strict, Case.Fault(wire, HttpLimits.Strict));
        return said;
    }
}
