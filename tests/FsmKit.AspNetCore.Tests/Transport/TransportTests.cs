using System.Net;
using System.Security.Cryptography.X509Certificates;
using FsmKit.Net.Tests;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace FsmKit.AspNetCore.Tests;

/// <summary>Kestrel over FsmKit's sockets, with the application on the pool and on the loop.</summary>
public class TransportTests
{
    private const int Large = 5_000_000;

    private static CancellationToken Stopped => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ApplicationThread.ThreadPool, 1)]
    [InlineData(ApplicationThread.ThreadPool, 1, 1)]
    [InlineData(ApplicationThread.ThreadPool, 2)]
    [InlineData(ApplicationThread.Loop, 1)]
    public async Task Requests_and_large_bodies_go_both_ways(ApplicationThread thread, int loops, int processors = 2)
    {
        await using var app = await Start(thread, loops, Map, processors: processors);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var body = new byte[Large];
        Random.Shared.NextBytes(body);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            Assert.Equal("Hello, World!", await client.GetStringAsync("/", Stopped));
            using var answer = await client.PostAsync("/echo", new ByteArrayContent(body), Stopped);
            var echoed = await answer.Content.ReadAsByteArrayAsync(Stopped);
            Assert.True(body.AsSpan().SequenceEqual(echoed));
        }));
    }

    /// <summary>Kestrel puts a write of any length into its pipe; a gsock keeps a mebibyte.</summary>
    [Theory]
    [InlineData(ApplicationThread.ThreadPool)]
    [InlineData(ApplicationThread.Loop)]
    public async Task One_long_write_reaches_a_client_that_reads_late(ApplicationThread thread)
    {
        var body = new byte[4 * Large];
        new Random(1).NextBytes(body);
        var written = Signal();
        await using var app = await Start(thread, 1, web => web.MapGet("/", async context =>
        {
            context.Response.ContentLength = body.Length;
            var write = context.Response.BodyWriter.WriteAsync(body, context.RequestAborted);
            written.SetResult();
            await write;
        }));
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        using var answer = await client.GetAsync("/", HttpCompletionOption.ResponseHeadersRead, Stopped);
        await written.Task.WaitAsync(Stopped);
        var read = await answer.Content.ReadAsByteArrayAsync(Stopped);
        Assert.True(body.AsSpan().SequenceEqual(read));
    }

    [Theory]
    [InlineData(ApplicationThread.ThreadPool)]
    [InlineData(ApplicationThread.Loop)]
    public async Task HTTP_2_is_spoken_over_TLS(ApplicationThread thread)
    {
        using var pki = new TestPki();
        var own = pki.Issue("localhost");
        using var certificate = X509Certificate2.CreateFromPemFile(own.CertFile!, own.KeyFile);
        await using var app = await Start(thread, 1, Map, certificate);
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == certificate.GetCertHashString();
        using var client = new HttpClient(handler)
        {
            BaseAddress = new Uri(app.Urls.First()),
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.GetAsync("/", Stopped)));
        Assert.All(answers, static answer => Assert.Equal((HttpStatusCode.OK, HttpVersion.Version20), (answer.StatusCode, answer.Version)));
        Array.ForEach(answers, static answer => answer.Dispose());
    }

    [Theory]
    [InlineData(ApplicationThread.ThreadPool)]
    [InlineData(ApplicationThread.Loop)]
    public async Task The_end_of_a_client_cancels_its_request(ApplicationThread thread)
    {
        var (begun, aborted) = (Signal(), Signal());
        await using var app = await Start(thread, 1, web => web.MapGet("/wait", async context =>
        {
            begun.SetResult();
            using var registration = context.RequestAborted.Register(aborted.SetResult);
            await aborted.Task;
        }));
        using (var wire = await Wire.Connect(new Uri(app.Urls.First())))
        {
            await wire.Send("GET /wait HTTP/1.1\nHost: h\n\n");
            await begun.Task.WaitAsync(Stopped);
            wire.Reset();
        }

        await aborted.Task.WaitAsync(Stopped);
    }

    [Fact]
    public async Task An_abort_of_the_application_resets_the_connection()
    {
        await using var app = await Start(ApplicationThread.ThreadPool, 1, static web => web.MapGet("/abort", static context =>
        {
            context.Abort();
            return Task.CompletedTask;
        }));
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("/abort", Stopped));
    }

    [Fact]
    public async Task A_connection_has_its_own_features_and_those_that_are_set()
    {
        var seen = "";
        await using var app = await Start(ApplicationThread.ThreadPool, 1, Map, use: listen => listen.Use(next => connection =>
        {
            var (features, before) = (connection.Features, connection.Features.Revision);
            Type[] own = [typeof(IConnectionIdFeature), typeof(IConnectionItemsFeature), typeof(IConnectionTransportFeature), typeof(IConnectionLifetimeFeature), typeof(IConnectionEndPointFeature)];
            seen += own.All(type => features[type] == connection && features.Any(pair => pair.Key == type)) ? "own " : "";
            features.Set(new Mark("first"));
            features.Set(new Mark("second"));
            seen += $"{features.Get<Mark>()!.Text} {features.Count(static pair => pair.Key == typeof(Mark))} ";
            features.Set<Mark>(null);
            features.Set<IConnectionItemsFeature>(null);
            seen += $"{features.Get<Mark>() is null} {features.Get<IConnectionItemsFeature>() is null} {features.Any(static pair => pair.Value is Mark || pair.Key == typeof(IConnectionItemsFeature))} ";
            seen += $"{features.Revision > before} {features[typeof(string)] is null} {connection.Items.Count} {connection.ConnectionId == features.Get<IConnectionIdFeature>()!.ConnectionId}";
            return next(connection);
        }));
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Assert.Equal("Hello, World!", await client.GetStringAsync("/", Stopped));
        Assert.Equal("own second 1 True True False True True 0 True", seen);
    }

    [Fact]
    public async Task A_stop_completes_requests_that_have_begun()
    {
        var (begun, goOn) = (Signal(), Signal());
        await using var app = await Start(ApplicationThread.ThreadPool, 1, web => web.MapGet("/slow", async () =>
        {
            begun.SetResult();
            await goOn.Task;
            return "done";
        }));
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var answer = client.GetStringAsync("/slow", Stopped);
        await begun.Task.WaitAsync(Stopped);
        var stopping = app.StopAsync(Stopped);
        goOn.SetResult();
        Assert.Equal("done", await answer);
        await stopping;
    }

    [Fact]
    public async Task An_address_in_use_is_an_error_of_the_start()
    {
        await using var app = await Start(ApplicationThread.ThreadPool, 1, Map);
        var failure = await Assert.ThrowsAsync<IOException>(() => Start(ApplicationThread.ThreadPool, 1, Map, url: app.Urls.First()));
        Assert.IsType<AddressInUseException>(failure.InnerException);
    }

    /// <summary>Creates a signal whose waiters do not go on in the thread that gives it: that may be the loop, which a stop waits for.</summary>
    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static void Map(WebApplication web)
    {
        web.MapGet("/", static () => "Hello, World!");
        web.MapPost("/echo", static async context =>
        {
            context.Response.ContentLength = context.Request.ContentLength;
            await context.Request.Body.CopyToAsync(context.Response.Body, context.RequestAborted);
        });
    }

    private static async Task<WebApplication> Start(
        ApplicationThread thread, int loops, Action<WebApplication> map, X509Certificate2? certificate = null, string url = "http://127.0.0.1:0", int processors = 2,
        Action<ListenOptions>? use = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.ConfigureEndpointDefaults(listen => use?.Invoke(listen));
            if (certificate is not null)
            {
                kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.UseHttps(certificate));
            }
        }).UseKestrelHttpsConfiguration().UseFsmKitTransport(options => (options.Handlers, options.Loops, options.Processors) = (thread, loops, processors));
        if (certificate is null)
        {
            builder.WebHost.UseUrls(url);
        }

        var app = builder.Build();
        map(app);
        await app.StartAsync(Stopped);
        return app;
    }

    private sealed record Mark(string Text);
}
