using FsmKit.Net;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>Absolute targets of another scheme than the connection's (RFC 9110 §7.4).</summary>
public class MisdirectedTests
{
    [Theory]
    [InlineData("http://a/", "", "", 200)]
    [InlineData("HTTP://a/", "", "", 200)]
    [InlineData("https://a/", "", "", 421)]
    [InlineData("HTTPS://a:443/x?y", "", "", 421)]
    [InlineData("https://a/", "https", "", 200)]
    [InlineData("http://a/", "https", "", 421)]
    [InlineData("/", "https", "", 200)]
    [InlineData("https://a/", "", "127.0.0.0/8", 200)]
    [InlineData("http://a/", "https", "127.0.0.1", 200)]
    [InlineData("https://a/", "", "10.0.0.0/8", 421)]
    public void Another_scheme_is_421_unless_a_trusted_gateway_sends_it(string target, string scheme, string gateways, int status)
    {
        using var bench = new HttpBench();
        var server = bench.Serve(
            static (request, response) => response.Send(System.Text.Encoding.ASCII.GetBytes(request.UrlScheme)),
            server => (server.UrlScheme, server.TrustedGateways) = (scheme, AddressRanges.Parse(gateways)));
        var peer = bench.Connect(server, $"GET {target} HTTP/1.1\nHost: a{(target.Contains(":443") ? ":443" : "")}\n\n");

        var answer = peer.Only();
        Assert.Equal((status, status != 200), (answer.Status, answer.Closes));
        if (status == 200)
        {
            var said = target.Contains("://") ? target[..target.IndexOf(':')].ToLowerInvariant() : scheme;
            Assert.Equal(said.Length > 0 ? said : "http", answer.Text);
        }
    }

    [Theory]
    [InlineData("PROXY TCP4 192.0.2.1 192.0.2.2 1 2\n", 200)]
    [InlineData("PROXY UNKNOWN\n", 200)]
    public void A_proxy_that_sends_its_header_is_trusted(string preface, int status)
    {
        using var bench = new HttpBench();
        var server = bench.Serve(
            static (_, response) => response.Send("hello"u8),
            static server => server.ConfigureServerSock = static sock => sock.ProxyFrom = AddressRanges.Parse("127.0.0.1"));
        var peer = bench.Connect(server, preface + "GET https://a/ HTTP/1.1\nHost: a\n\n");
        Assert.Equal(status, peer.Only().Status);
    }
}
