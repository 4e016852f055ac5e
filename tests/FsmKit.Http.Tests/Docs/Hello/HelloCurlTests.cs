using System.Diagnostics;
using System.Net;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>The sample and curl: another reading of the same protocol, and targets that <see cref="HttpClient"/> does not send.</summary>
[Trait("Category", "Slow")]
public class HelloCurlTests
{
    private static CancellationToken Stopped => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Hello, World!", "/")]
    [InlineData("{\"message\":\"Hello, World!\"}", "/%6Ason?x=%20")]
    [InlineData("{\"message\":\"Hello, World!\"}", "/nothing/../json", "--path-as-is")]
    [InlineData("Hello, World!", "/", "--http1.0")]
    [InlineData("a=b\n", "/cookie", "--cookie", "a=b")]
    [InlineData("200 13 text/plain", "/", "--head", "--output", "/dev/null", "--write-out", "%{http_code} %header{content-length} %{content_type}")]
    [InlineData("204 GET, HEAD, POST, OPTIONS", "/", "--request", "OPTIONS", "--request-target", "*", "--write-out", "%{http_code} %header{allow}")]
    [InlineData("405 GET, HEAD, OPTIONS", "/json", "--request", "DELETE", "--write-out", "%{http_code} %header{allow}")]
    [InlineData("There is nothing here.\n404", "/nothing", "--write-out", "%{http_code}")]
    [InlineData("some text", "/", "--data", "some text")]
    [InlineData("some text", "/", "--data", "some text", "--header", "Expect: 100-continue")]
    [InlineData("some text", "/", "--data", "some text", "--header", "Transfer-Encoding: chunked")]
    public async Task Curl_sees_what_is_there(string expected, string path, params string[] options)
    {
        using var hello = new Sample("Hello", "--port", "0");
        var address = await hello.Address(Stopped);
        Assert.Equal(expected, await Curl([$"http://{address}{path}", .. options]));
    }

    [Fact]
    public async Task Lines_that_are_to_come_and_a_connection_that_lasts()
    {
        using var hello = new Sample("Hello", "--port", "0");
        var address = await hello.Address(Stopped);
        var lines = string.Concat(Enumerable.Repeat("another line\n", 10));
        Assert.Equal(lines, await Curl($"http://{address}/stream"));
        Assert.Equal(lines, await Curl($"http://{address}/stream", "--http1.0"));

        // One connection for both, and none for the second one.
        Assert.Equal("{\"message\":\"Hello, World!\"}1Hello, World!0", await Curl($"http://{address}/json", $"http://{address}/", "--write-out", "%{num_connects}"));
    }

    [Fact]
    public async Task As_a_proxy_is_asked_and_over_TLS()
    {
        using var hello = new Sample("Hello", "--port", "0", "--tls");
        var address = await hello.Address(Stopped);
        Assert.Equal("{\"message\":\"Hello, World!\"}", await Curl($"https://{address}/json", "--insecure", "--tlsv1.3"));
        Assert.Equal("Hello, World!", await Curl($"https://{address}", "--insecure", "--tls-max", "1.2", "--tlsv1.2"));

        using var plain = new Sample("Hello", "--port", "0");
        var proxy = await plain.Address(Stopped);
        Assert.Equal("{\"message\":\"Hello, World!\"}", await Curl("http://shop.example/json?x", "--proxy", $"http://{proxy}"));

        // The sample refuses CONNECT.
        Assert.Equal("501", await Curl("http://shop.example/", "--proxy", $"http://{proxy}", "--proxytunnel", "--write-out", "%{http_connect}"));
    }

    private static async Task<string> Curl(params string[] arguments)
    {
        Assert.SkipUnless(IsThere(), "curl is not installed.");
        var start = new ProcessStartInfo("curl", ["--silent", "--max-time", "30", "--noproxy", "127.0.0.1", .. arguments]) { RedirectStandardOutput = true };
        using var curl = Process.Start(start)!;
        return await curl.StandardOutput.ReadToEndAsync(Stopped);
    }

    private static bool IsThere() =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(static folder => File.Exists(Path.Combine(folder, "curl")));
}
