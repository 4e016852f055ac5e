using System.Net;
using System.Text;
using FsmKit.Net.Tests;
using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>End to end, over real sockets, with the clients that people have.</summary>
public class LoopbackTests
{
    private static readonly HttpHandler Echo = static (request, response) =>
    {
        response.Headers.Add("X-Method"u8, request.MethodName);
        if (request.HasBody)
        {
            using var body = request.OpenBody();
            var bytes = new byte[request.BodyLength];
            body.ReadExactly(bytes);
            response.Send(bytes);
        }
        else
        {
            response.Send(request.Target);
        }
    };

    private static CancellationToken Stopped => TestContext.Current.CancellationToken;

    [Theory, EveryReactor]
    public async Task HttpClient_is_served_over_one_connection(ReactorKind kind)
    {
        using var loopback = new Loopback(kind, Echo);
        for (var i = 1; i < 20; i++)
        {
            Assert.Equal($"/{i}", await loopback.Client.GetStringAsync($"/{i}", Stopped));
            using var response = await loopback.Client.PostAsync("/", new ByteArrayContent(new byte[i * 1000]), Stopped);
            Assert.Equal(i * 1000, (await response.Content.ReadAsByteArrayAsync(Stopped)).Length);
        }

        using var head = await loopback.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/abc"), Stopped);
        Assert.Equal(4, head.Content.Headers.ContentLength);
        Assert.Equal(1, loopback.Server.Channels);
    }

    [Theory, EveryReactor]
    public async Task Many_HttpClients_at_once_get_what_they_asked_for(ReactorKind kind)
    {
        using var loopback = new Loopback(kind, Echo);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async client =>
        {
            for (var i = 0; i < 25; i++)
            {
                Assert.Equal($"/{client}/{i}", await loopback.Client.GetStringAsync($"/{client}/{i}", Stopped));
            }
        }));
    }

    [Theory, EveryReactor]
    public async Task A_subscriber_that_answers_later_serves_HttpClients(ReactorKind kind)
    {
        using var loopback = new Loopback(kind);
        var waiting = new Queue<EvHttpRequest>();
        loopback.Audience.OnRequest = e =>
        {
            waiting.Enqueue(e);
            if (waiting.Count == 8)
            {
                while (waiting.TryDequeue(out var one))
                {
                    one.Response.Send(one.Request.Target);
                }
            }
        };
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => loopback.Client.GetStringAsync($"/{i}", Stopped)));

        Assert.Equal(Enumerable.Range(0, 8).Select(static i => $"/{i}"), answers);
    }

    [Theory, EveryReactor]
    public async Task Large_bodies_go_there_through_a_file_and_back(ReactorKind kind)
    {
        using var loopback = new Loopback(kind, Echo);
        var body = new byte[5_000_000];
        Random.Shared.NextBytes(body);
        using var response = await loopback.Client.PostAsync("/", new ByteArrayContent(body), Stopped);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(body, await response.Content.ReadAsByteArrayAsync(Stopped));
    }

    [Theory, EveryReactor]
    public async Task HttpClient_speaks_TLS(ReactorKind kind)
    {
        using var loopback = new Loopback(
            kind, static (request, response) => response.Send(Encoding.UTF8.GetBytes(request.UrlScheme)), isSecure: true);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal("https", await loopback.Client.GetStringAsync("/", Stopped));
        }

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => loopback.Client.GetStringAsync($"/{i}", Stopped)));
        Assert.All(answers, static answer => Assert.Equal("https", answer));
    }

    [Theory, EveryReactor]
    public void Curl_speaks_TLS_and_asks_before_it_sends(ReactorKind kind)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/curl"), "There is no curl here.");
        using var loopback = new Loopback(kind, Echo, isSecure: true);
        var address = loopback.Address.ToString();

        Assert.Equal((0, "/a/a"), loopback.Curl($"{address}a", $"{address}a"));
        Assert.Equal((0, new string('x', 2_000)), loopback.Curl("-d", new string('x', 2_000), "-H", "Expect: 100-continue", address));
        Assert.Equal((0, "/"), loopback.Curl("-0", address));
        var (exit, output) = loopback.Curl("-i", "-H", "Host: a, b", address);
        Assert.Equal((0, true), (exit, output.StartsWith("HTTP/1.1 400", StringComparison.Ordinal)));
    }
}
