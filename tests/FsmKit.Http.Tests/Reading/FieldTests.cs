using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Syntax of field lines (RFC 9112 §5): each row with the status that answers it (0: accepted).</summary>
public class FieldTests
{
    [Theory]
    [InlineData("no Host", "Accept: x\n", 400)]
    [InlineData("two Hosts, equal", "Host: a\nHost: a\n", 400)]
    [InlineData("Host with a user", "Host: u@a\n", 400)]
    [InlineData("Host with a path", "Host: a/b\n", 400)]
    [InlineData("Host with a comma", "Host: a,b\n", 400)]
    [InlineData("Host with a space", "Host: a b\n", 400)]
    [InlineData("Host with a bad port", "Host: a:b\n", 400)]
    [InlineData("Host with too large a port", "Host: a:65536\n", 400)]
    [InlineData("Host of IPv6", "Host: [::1]:8080\n", 0)]
    [InlineData("Host of half an IPv6", "Host: [::1\n", 400)]
    [InlineData("Host of something in brackets", "Host: [a]\n", 400)]
    [InlineData("Host of something behind brackets", "Host: [::1]8080\n", 400)]
    [InlineData("Host with a port", "Host: a.example:8080\n", 0)]
    [InlineData("space before the colon", "Host : a\n", 400)]
    [InlineData("tab before the colon", "Host\t: a\n", 400)]
    [InlineData("white space before the first field", " Host: a\n", 400)]
    [InlineData("folded", "Host: a\nX: a\n b\n", 400)]
    [InlineData("folded with a tab and a colon", "Host: a\nX: a\n\tb: c\n", 400)]
    [InlineData("no colon", "Host: a\nX\n", 400)]
    [InlineData("no name", "Host: a\n: x\n", 400)]
    [InlineData("name that is no token", "Host: a\n[x]: y\n", 400)]
    [InlineData("name that is not ASCII", "Host: a\n\u00E9: y\n", 400)]
    [InlineData("NUL in a name", "Host: a\nX␀: y\n", 400)]
    [InlineData("NUL in a value", "Host: a\nX: a␀b\n", 400)]
    [InlineData("bare CR in a value", "Host: a\nX: a␍b\n", 400)]
    [InlineData("bare LF behind a value", "Host: a\nX: a␊Y: b\n", 400)]
    [InlineData("bare LF for the blank line", "Host: a\n␊", 400)]
    [InlineData("bell in a value", "Host: a\nX: \u0007\n", 400)]
    [InlineData("DEL in a value", "Host: a\nX: \u007F\n", 400)]
    [InlineData("obs-text in a value", "Host: a\nX: \u0080\u00FF\n", 0)]
    [InlineData("tab in a value", "Host: a\nX: a\tb\n", 0)]
    [InlineData("empty value", "Host: a\nX:\n", 0)]
    [InlineData("two Authorizations", "Host: a\nAuthorization: a\nauthorization: b\n", 400)]
    [InlineData("two Accepts", "Host: a\nAccept: a\nAccept: b\n", 0)]
    [InlineData("a length with an underscore", "Host: a\nContent_Length: 5\n", 400)]
    [InlineData("a coding with an underscore", "Host: a\ntransfer_encoding: chunked\n", 400)]
    [InlineData("another name with an underscore", "Host: a\nX_Y: 5\n", 0)]
    [InlineData("Host with port 99999", "Host: a:99999\n", 400)]
    [InlineData("a line of a space", "Host: a\n \n", 400)]
    [InlineData("a line of a space before the first field", " \nHost: a\n", 400)]
    [InlineData("a line of a tab", "Host: a\n\t\n", 400)]
    [InlineData("framing named as hop-by-hop stays", "Host: a\nConnection: Content-Length, Host\nContent-Length: 0\n", 0)]
    [InlineData("junk in Connection", "Host: a\nConnection: ,, x y,@\n", 0)]
    public void A_field_is_judged(string what, string fields, int status) =>
        Assert.Equal((what, status), (what, Case.Fault($"GET / HTTP/1.1\n{fields}\n")));

    [Theory]
    [InlineData("HTTP/1.1", "close", false)]
    [InlineData("HTTP/1.1", "close, keep-alive", false)]
    [InlineData("HTTP/1.1", "keep-alive, x, CLOSE", false)]
    [InlineData("HTTP/1.1", "x", true)]
    [InlineData("HTTP/1.0", "x", false)]
    [InlineData("HTTP/1.0", "Keep-Alive", true)]
    [InlineData("HTTP/1.0", "keep-alive, close", false)]
    public void The_connection_goes_on_or_not(string version, string connection, bool keeps)
    {
        var said = Case.Serve($"GET / {version}\nHost: a\nConnection: {connection}\n\n");
        Assert.Contains(keeps ? " keep " : " last ", said);
    }

    [Fact]
    public void HTTP_1_0_needs_no_Host_but_a_good_one()
    {
        Assert.Equal(0, Case.Fault("GET / HTTP/1.0\n\n"));
        Assert.Equal(400, Case.Fault("GET / HTTP/1.0\nHost: a b\n\n"));
    }

    [Fact]
    public void Fields_are_limited()
    {
        var tiny = string.Concat(Enumerable.Repeat("X: y\n", 10_000));
        Assert.Equal(431, Case.Fault($"GET / HTTP/1.1\nHost: a\n{tiny}\n"));
        Assert.Equal(431, Case.Fault($"GET / HTTP/1.1\nHost: a\n{tiny}\n", new HttpLimits { MaxFields = 100_000, MaxHeadBytes = 10_000 }));
        Assert.Equal(431, Case.Fault($"GET / HTTP/1.1\nHost: a\n{new string('n', 300_000)}: x\n\n"));
        Assert.Equal(431, Case.Fault($"GET / HTTP/1.1\nHost: a\nX: {new string('v', 300_000)}\n\n"));
        Assert.Equal(431, Case.Fault($"GET / HTTP/1.1\nHost: a\n{new string('n', 100_000)}: x\n\n"));
        Assert.Equal(431, Case.Fault($"GET / HTTP/1.1\nHost: a\nX: {new string('v', 65_536 - 4)}\n\n"));
        Assert.Equal(0, Case.Fault($"GET / HTTP/1.1\nHost: a\nX: {new string('v', 65_536 - 5)}\n\n"));
        Assert.Equal(0, Case.Fault($"GET / HTTP/1.1\nHost: a\n{string.Concat(Enumerable.Repeat("X: y\n", 99))}\n"));
        Assert.Equal(431, Case.Fault($"GET / HTTP/1.1\nHost: a\n{string.Concat(Enumerable.Repeat("X: y\n", 100))}\n"));
    }

    [Fact]
    public void A_head_of_exactly_the_limit_is_accepted()
    {
        const string Head = "GET / HTTP/1.1\nHost: a\n\n";
        var bytes = Wire.Bytes(Head).Length;
        var longer = Head.Replace("a", new string('a', 100));
        Assert.Equal(0, Case.Fault(longer, new HttpLimits { MaxHeadBytes = bytes + 99 }));
        Assert.Equal(431, Case.Fault(longer, new HttpLimits { MaxHeadBytes = bytes + 98 }));
        Assert.Equal(431, Case.Fault($"GET /{new string('a', 100)} HTTP/1.1\nHost: a\n\n", new HttpLimits { MaxHeadBytes = 64 }));
    }

    [Fact]
    public void Fields_are_found_by_name()
    {
        var http = new HttpServerProtocol();
        var input = Wire.Bytes("GET / HTTP/1.1\nHOST: a\nx-One: \t 1 \t\nX-ONE: 2\nuser-AGENT: b\n\n");
        var fields = http.Read(input).Request.Fields;
        Assert.Equal(4, fields.Count);
        Assert.Equal("a", fields.GetString(KnownHeader.Host));
        Assert.Equal("b", fields.GetString(KnownHeader.UserAgent));
        Assert.Equal("1", fields.GetString("X-One"u8));
        Assert.Null(fields.GetString("X-Two"u8));
        Assert.Null(fields.GetString(KnownHeader.Accept));
        Assert.False(fields.Contains(KnownHeader.None));
        Assert.Equal("2", Wire.Text(fields[2].Value));
    }

    [Fact]
    public void Every_known_name_is_found_and_no_neighbour_of_it()
    {
        foreach (var header in Enum.GetValues<KnownHeader>().Skip(1))
        {
            var name = KnownHeaders.Name(header).ToArray();
            Assert.Equal(header.ToString(), Wire.Text(name).Replace("-", ""), ignoreCase: true);
            Assert.Equal(header, KnownHeaders.Find(name));
            Assert.Equal(header, KnownHeaders.Find([.. name.Select(static c => (byte)char.ToUpperInvariant((char)c))]));
            for (var i = 0; i < name.Length; i++)
            {
                var other = name.ToArray();
                other[i] = (byte)'_';
                Assert.Equal(KnownHeader.None, KnownHeaders.Find(other));
            }
        }
    }
}
