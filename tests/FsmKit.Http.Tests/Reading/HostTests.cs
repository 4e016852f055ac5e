using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Host of a request (RFC 3986 §3.2.2, §3.2.3; RFC 9112 §3.2).</summary>
public class HostTests
{
    [Theory]
    [InlineData("empty", "", 400)]
    [InlineData("blanks", " \t ", 400)]
    [InlineData("empty port", "x:", 400)]
    [InlineData("port 0", "name:0", 400)]
    [InlineData("leading zeros of a port", "a:000080", 400)]
    [InlineData("zeros", "a:000000000000", 400)]
    [InlineData("equals sign", "a=b", 400)]
    [InlineData("sub-delims", "a!$&'()*+;=b", 400)]
    [InlineData("escaped space", "a%20b", 400)]
    [InlineData("escaped letter", "%61", 400)]
    [InlineData("escaped UTF-8", "%C3%A9.example:80", 400)]
    [InlineData("underscore", "a_b", 0)]
    [InlineData("point at the end", "a.example.", 0)]
    [InlineData("IPv4", "127.0.0.1:8080", 0)]
    [InlineData("all of IPv6", "[1:2:3:4:5:6:7:8]", 0)]
    [InlineData("IPv6 of no digits", "[::]", 0)]
    [InlineData("loopback", "[::1]:8080", 0)]
    [InlineData("a gap at the end", "[1:2:3:4:5:6:7::]", 0)]
    [InlineData("a gap at the beginning", "[::2:3:4:5:6:7:8]", 0)]
    [InlineData("IPv4 in IPv6", "[::ffff:192.0.2.1]", 0)]
    [InlineData("IPv4 behind six groups", "[1:2:3:4:5:6:1.2.3.4]", 0)]
    [InlineData("IPv6 with an empty port", "[::1]:", 400)]
    [InlineData("an address of later days", "[v1.a:b]", 400)]
    [InlineData("an address of later days, in capitals", "[VF.~]", 400)]
    public void A_host_is_served(string what, string host, int strict)
    {
        var wire = $"GET / HTTP/1.1\nHost: {host}\n\n";
        Assert.Equal((what, true), (what, Case.Serve(wire).Contains($" authority={host.Trim()} 1.1")));
        Assert.Equal((what, strict), (what, Case.Fault(wire, HttpLimits.Strict)));
        if (host.Trim().Length > 0)
        {
            Assert.Contains($" authority={host} ", Case.Serve($"GET http://{host}/x HTTP/1.1\nHost: {host}\n\n"));
        }
    }

    [Theory]
    [InlineData("[12345::1]", "is no IPv6 address")]
    [InlineData("[:::::]", "is no IPv6 address")]
    [InlineData("[1:2:3]", "is no IPv6 address")]
    [InlineData("[::999.1.1.1]", "is no IPv6 address")]
    [InlineData("[::256.1.1.1]", "is no IPv6 address")]
    [InlineData("[::1.1.1]", "is no IPv6 address")]
    [InlineData("[::1.1.1.1.1]", "is no IPv6 address")]
    [InlineData("[::01.1.1.1]", "is no IPv6 address")]
    [InlineData("[::1.1.1.]", "is no IPv6 address")]
    [InlineData("[1.2.3.4::]", "is no IPv6 address")]
    [InlineData("[1.2.3.4:1:2:3:4:5:6]", "is no IPv6 address")]
    [InlineData("[1::2::3]", "is no IPv6 address")]
    [InlineData("[1:2:3:4:5:6:7]", "is no IPv6 address")]
    [InlineData("[1:2:3:4:5:6:7:8:9]", "is no IPv6 address")]
    [InlineData("[1:2:3:4::5:6:7:8]", "is no IPv6 address")]
    [InlineData("[::1:2:3:4:5:6:7:8]", "is no IPv6 address")]
    [InlineData("[1:2:3:4:5:6:7:1.2.3.4]", "is no IPv6 address")]
    [InlineData("[:1:2:3:4:5:6:7:8]", "is no IPv6 address")]
    [InlineData("[1:]", "is no IPv6 address")]
    [InlineData("[:]", "is no IPv6 address")]
    [InlineData("[]", "is no IPv6 address")]
    [InlineData("[g::]", "is no IPv6 address")]
    [InlineData("[127.0.0.1]", "is no IPv6 address")]
    [InlineData("[fe80::1%25eth0]", "is no IPv6 address")]
    [InlineData("[v.a]", "is no IPv6 address")]
    [InlineData("[v1.]", "is no IPv6 address")]
    [InlineData("[vg.a]", "is no IPv6 address")]
    [InlineData("[v1.a,b]", "is no IPv6 address")]
    [InlineData("[::1", "has a bracket that does not close")]
    [InlineData("[::1]8080", "has something behind its bracket")]
    [InlineData("a]", "holds an octet that no host has")]
    [InlineData(":80", "has a port and no name")]
    [InlineData("a:65536", "has a port that is no number up to 65535")]
    [InlineData("a:+80", "has a port that is no number up to 65535")]
    [InlineData("a:80:80", "has a port that is no number up to 65535")]
    [InlineData("a:99999999999999999999", "has a port that is no number up to 65535")]
    [InlineData("u@a", "holds a user")]
    [InlineData("u:p@a", "holds a user")]
    [InlineData("u:p@a:80", "holds a user")]
    [InlineData("a,b", "is a list")]
    [InlineData("a/b", "holds more than a host")]
    [InlineData("a?b", "holds more than a host")]
    [InlineData("a#b", "holds more than a host")]
    [InlineData("a\\b", "holds more than a host")]
    [InlineData("a b", "holds an octet that no host has")]
    [InlineData("a|b", "holds an octet that no host has")]
    [InlineData("\u00C3\u00A9", "holds an octet that no host has")]
    [InlineData("a%", "has a % that two hexadecimal digits do not follow")]
    [InlineData("a%4", "has a % that two hexadecimal digits do not follow")]
    [InlineData("%zz", "has a % that two hexadecimal digits do not follow")]
    [InlineData("a%00b", "escapes an octet that no host has")]
    [InlineData("a%0d%0a", "escapes an octet that no host has")]
    [InlineData("u%40a", "escapes an octet that no host has")]
    [InlineData("a%2Fb", "escapes an octet that no host has")]
    [InlineData("a%3a80", "escapes an octet that no host has")]
    [InlineData("a%2Cb", "escapes an octet that no host has")]
    [InlineData("a%5D", "escapes an octet that no host has")]
    public void A_host_is_refused(string host, string reason)
    {
        Assert.Equal($"fault 400: Host {reason}.\n", Case.Serve($"GET / HTTP/1.1\nHost: {host}\n\n"));
        Assert.Equal(400, Case.Fault($"GET / HTTP/1.1\nHost: {host}\n\n", HttpLimits.Strict));
        Assert.Equal(400, Case.Fault($"GET / HTTP/1.0\nHost: {host}\n\n"));
        if (host.IndexOfAny(['/', '?']) < 0)
        {
            Assert.Equal(400, Case.Fault($"GET http://{host}/ HTTP/1.1\nHost: a\n\n", new HttpLimits { TargetWinsOverHost = true }));
        }
    }

    [Theory]
    [InlineData("GET http://a/x HTTP/1.1\nHost: A:80\n\n", "a", 0)]
    [InlineData("GET http://a:0080/x HTTP/1.1\nHost: a\n\n", "a:0080", 0)]
    [InlineData("GET http://a:/x HTTP/1.1\nHost: a:80\n\n", "a:", 400)]
    [InlineData("GET https://a:443/x HTTP/1.1\nHost: a\n\n", "a:443", 0)]
    [InlineData("GET http://[::1]/x HTTP/1.1\nHost: [::1]:80\n\n", "[::1]", 0)]
    [InlineData("CONNECT a:443 HTTP/1.1\nHost: a\n\n", "a:443", 0)]
    [InlineData("OPTIONS * HTTP/1.1\nHost:\n\n", "", 400)]
    [InlineData("GET / HTTP/1.0\nHost:\n\n", "", 400)]
    [InlineData("GET / HTTP/1.0\n\n", "", 0)]
    public void The_target_and_Host_name_the_same(string wire, string authority, int strict)
    {
        Assert.Contains($" authority={authority} ", Case.Serve(wire));
        Assert.Equal(strict, Case.Fault(wire, HttpLimits.Strict));
    }

    [Theory]
    [InlineData("GET http://b/x HTTP/1.1\nHost: a\n\n", "b")]
    [InlineData("GET http://a:81/x HTTP/1.1\nHost: a\n\n", "a:81")]
    [InlineData("GET https://a/x HTTP/1.1\nHost: a:80\n\n", "a")]
    [InlineData("GET http://a.b/x HTTP/1.1\nHost: a\n\n", "a.b")]
    [InlineData("GET http://%61/x HTTP/1.1\nHost: a\n\n", "%61")]
    [InlineData("CONNECT b:443 HTTP/1.1\nHost: a\n\n", "b:443")]
    public void Another_Host_than_the_target_has_is_refused_unless_the_target_may_win(string wire, string authority)
    {
        Assert.Equal("fault 400: Host is not the host of the request target.\n", Case.Serve(wire));
        Assert.Contains($" authority={authority} ", Case.Serve(wire, new HttpLimits { TargetWinsOverHost = true }));
    }

    [Theory]
    [InlineData("GET http://a/x HTTP/1.1\nHost:\n\n", "a")]
    [InlineData("CONNECT a:443 HTTP/1.1\nHost:\n\n", "a:443")]
    [InlineData("GET https://a HTTP/1.0\nHost: \n\n", "a")]
    public void An_empty_Host_beside_a_target_with_a_host_is_refused_unless_the_target_may_win(string wire, string authority)
    {
        Assert.Equal("fault 400: Host is empty.\n", Case.Serve(wire));
        Assert.Contains($" authority={authority} ", Case.Serve(wire, new HttpLimits { TargetWinsOverHost = true }));
    }

    [Theory]
    [InlineData("GET http:///x HTTP/1.1\nHost: a\n\n", "The host in the request target is empty.")]
    [InlineData("GET http://u@a/x HTTP/1.1\nHost: a\n\n", "The host in the request target holds a user.")]
    [InlineData("GET http://:80/x HTTP/1.1\nHost: a\n\n", "The host in the request target has a port and no name.")]
    [InlineData("GET http://a|b/x HTTP/1.1\nHost: a\n\n", "The host in the request target holds an octet that no host has.")]
    [InlineData("GET http://a\\b/x HTTP/1.1\nHost: a\n\n", "The host in the request target holds more than a host.")]
    [InlineData("CONNECT a HTTP/1.1\nHost: a\n\n", "The target of CONNECT is not host:port: it names no port.")]
    [InlineData("CONNECT a: HTTP/1.1\nHost: a\n\n", "The target of CONNECT is not host:port: it names no port.")]
    [InlineData("CONNECT a:0 HTTP/1.1\nHost: a\n\n", "The target of CONNECT is not host:port: it names no port.")]
    [InlineData("CONNECT :80 HTTP/1.1\nHost: a\n\n", "The target of CONNECT is not host:port: it has a port and no name.")]
    [InlineData("GET / HTTP/1.1\n\n", "There is no Host.")]
    public void No_limit_lets_through_what_names_nobody(string wire, string reason)
    {
        Assert.Equal($"fault 400: {reason}\n", Case.Serve(wire));
        Assert.Equal($"fault 400: {reason}\n", Case.Serve(wire, new HttpLimits { TargetWinsOverHost = true, AcceptNonAsciiTargets = true }));
    }
}
