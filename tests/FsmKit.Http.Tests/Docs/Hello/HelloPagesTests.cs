using System.Net;
using System.Net.Http.Headers;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>The pages of the sample, fetched with <see cref="HttpClient"/> as its readers would with a browser.</summary>
[Trait("Category", "Slow")]
public class HelloPagesTests
{
    private static CancellationToken Stopped => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http")]
    [InlineData("https", "--tls")]
    [InlineData("http", "--loops", "2")]
    public async Task Every_page_says_what_it_should(string scheme, params string[] arguments)
    {
        using var hello = new Sample("Hello", ["--port", "0", .. arguments]);
        using var http = Client(scheme, await hello.Address(Stopped));

        await Says("Hello, World!", "text/plain", "/");
        await Says("Hello, World!", "text/plain", "/?name=value");
        await Says("{\"message\":\"Hello, World!\"}", "application/json", "/json");
        await Says(string.Concat(Enumerable.Repeat("another line\n", 10)), "text/plain", "/stream");
        await Says($"Host: {http.BaseAddress!.Authority}\nCookie: a=b; c=\"d e\"; f=; nothing\nX-Mine: here\n", "text/plain", "/echo");
        await Says("a=b\nc=\"d e\"\nf=\n", "text/plain", "/cookie");

        async Task Says(string text, string type, string path)
        {
            using var response = await http.GetAsync(path, Stopped);
            Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Content.Headers.ContentType?.ToString()));
            Assert.Equal(text, await response.Content.ReadAsStringAsync(Stopped));
            using var head = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, path), Stopped);
            Assert.Equal((HttpStatusCode.OK, type), (head.StatusCode, head.Content.Headers.ContentType?.ToString()));
            Assert.Equal("", await head.Content.ReadAsStringAsync(Stopped));
        }
    }

    [Theory]
    [InlineData("http", 0, null)]
    [InlineData("http", 100, "text/x-mine; charset=utf-8")]
    [InlineData("http", 600_000, "application/x-mine")]
    [InlineData("http", 10 * 1024 * 1024, "application/x-mine")]
    [InlineData("https", 10 * 1024 * 1024, "application/x-mine", "--tls")]
    public async Task Who_posts_gets_it_back(string scheme, int length, string? type, params string[] arguments)
    {
        using var hello = new Sample("Hello", ["--port", "0", .. arguments]);
        using var http = Client(scheme, await hello.Address(Stopped));
        var body = new byte[length];
        new Random(length).NextBytes(body);
        foreach (var isChunked in new[] { false, true })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new ByteArrayContent(body) };
            request.Headers.TransferEncodingChunked = isChunked;
            request.Content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
            using var response = await http.SendAsync(request, Stopped);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(type ?? "application/octet-stream", response.Content.Headers.ContentType?.ToString());
            Assert.Equal(length, response.Content.Headers.ContentLength);
            Assert.Equal(body, await response.Content.ReadAsByteArrayAsync(Stopped));
        }
    }

    [Fact]
    public async Task A_method_that_a_page_does_not_know_is_told_what_it_knows()
    {
        using var hello = new Sample("Hello", "--port", "0");
        using var http = Client("http", await hello.Address(Stopped));
        foreach (var path in new[] { "/", "/echo", "/json", "/stream", "/cookie" })
        {
            string[] known = path is "/" or "/echo" ? ["GET", "HEAD", "POST", "OPTIONS"] : ["GET", "HEAD", "OPTIONS"];
            string[] others = ["PUT", "DELETE", "PATCH", "TRACE", .. known.Contains("POST") ? Array.Empty<string>() : ["POST"]];
            await Answers(HttpStatusCode.NoContent, "OPTIONS", path, known);
            foreach (var other in others)
            {
                await Answers(HttpStatusCode.MethodNotAllowed, other, path, known);
            }
        }

        foreach (var path in new[] { "/nothing", "/json/", "/JSON", "//", "/%2F" })
        {
            await Answers(HttpStatusCode.NotFound, "GET", path, []);
            await Answers(HttpStatusCode.NotFound, "POST", path, []);
        }

        async Task Answers(HttpStatusCode status, string method, string path, string[] allowed)
        {
            using var response = await http.SendAsync(new HttpRequestMessage(new HttpMethod(method), new Uri(http.BaseAddress!, "." + path)), Stopped);
            Assert.Equal(status, response.StatusCode);
            Assert.Equal(allowed, response.Content.Headers.Allow);
        }
    }

    /// <summary>A connection for each request, so that each of several loops gets some.</summary>
    private static HttpClient Client(string scheme, IPEndPoint address)
    {
        var handler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero, UseCookies = false };
        handler.SslOptions.RemoteCertificateValidationCallback = static (_, certificate, _, _) => certificate?.Subject == "CN=localhost";
        var http = new HttpClient(handler) { BaseAddress = new Uri($"{scheme}://{address}") };
        http.DefaultRequestHeaders.Add("Cookie", "a=b; c=\"d e\"; f=; nothing");
        http.DefaultRequestHeaders.Add("X-Mine", "here");
        return http;
    }
}
