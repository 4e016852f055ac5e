using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting;

namespace FsmKit.AspNetCore.Tests;

[Topic("Addresses")]
public class AddressesTests
{
    private static CancellationToken Stopped => TestContext.Current.CancellationToken;

    [Theory, EveryServer]
    public async Task From_the_command_line(ServerKind kind) => await Expect(kind, ["http://127.0.0.1"], null, "--urls", "http://127.0.0.1:0");

    [Theory, EveryServer]
    public async Task From_the_configuration_key_that_ASPNETCORE_URLS_sets(ServerKind kind) =>
        await Expect(kind, ["http://127.0.0.1"], static builder => builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0"));

    [Theory, EveryServer]
    public async Task Several_addresses(ServerKind kind) =>
        await Expect(kind, ["http://127.0.0.1", "http://127.0.0.1"], static builder => builder.WebHost.UseUrls("http://127.0.0.1:0", "http://127.0.0.1:0"));

    [Theory, EveryServer]
    public async Task IPv6_and_all_addresses(ServerKind kind)
    {
        await Expect(kind, ["http://[::1]"], static builder => builder.WebHost.UseUrls("http://[::1]:0"));
        await Expect(kind, ["http://[::]"], static builder => builder.WebHost.UseUrls("http://*:0"));
        await Expect(kind, ["http://0.0.0.0"], static builder => builder.WebHost.UseUrls("http://0.0.0.0:0"));
    }

    [Fact]
    public async Task From_code() => await Expect(ServerKind.Pool, ["http://127.0.0.1", "http://127.0.0.1"], static builder => builder.Services.Configure<FsmKitServerOptions>(static options =>
    {
        options.Listen(new IPEndPoint(IPAddress.Loopback, 0));
        options.ListenLocalhost(0);
    }), "--urls", "http://unused.example:1");

    [Fact]
    public async Task From_the_configuration() =>
        await Expect(ServerKind.Pool, ["http://127.0.0.1"], null, "--FsmKit:Endpoints:Web:Url", "http://127.0.0.1:0", "--FsmKit:Endpoints:Web:Protocols", "Http1");

    [Theory]
    [InlineData("--FsmKit:Endpoints:Web:Protocols is", "--FsmKit:Endpoints:Web:Url", "http://127.0.0.1:0", "--FsmKit:Endpoints:Web:Protocols", "Http2")]
    [InlineData("has no Url", "--FsmKit:Endpoints:Web:Protocols", "Http1")]
    [InlineData("needs a certificate", "--urls", "https://127.0.0.1:0")]
    [InlineData("has a path", "--urls", "http://127.0.0.1:0/base")]
    [InlineData("has the scheme ftp", "--urls", "ftp://127.0.0.1:0")]
    [InlineData("is no address", "--urls", "nonsense")]
    [InlineData("Tls: ", "--FsmKit:Endpoints:Web:Url", "https://127.0.0.1:0", "--FsmKit:Endpoints:Web:Tls", "nonsense")]
    public async Task Wrong_addresses_are_an_error_of_the_start(string message, params string[] args)
    {
        await using var app = RunningApp.Builder(ServerKind.Pool, new LogLines(), null, args).Build();
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartAsync(Stopped));
        Assert.Contains(message.Replace("--", "", StringComparison.Ordinal), error.Message, StringComparison.Ordinal);
    }

    [Theory, EveryServer]
    public async Task An_address_in_use_is_an_error_of_the_start(ServerKind kind)
    {
        using var other = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        other.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        other.Listen();
        var builder = RunningApp.Builder(kind, new LogLines());
        builder.WebHost.UseUrls($"http://{other.LocalEndPoint}");
        await using var app = builder.Build();
        var error = await Assert.ThrowsAsync<IOException>(() => app.StartAsync(Stopped));
        Assert.Contains($"{other.LocalEndPoint}", error.Message, StringComparison.Ordinal);
    }

    [Theory, EveryServer]
    public async Task Unix_sockets(ServerKind kind)
    {
        var path = Path.Combine(Path.GetTempPath(), $"fsmkit-{Guid.NewGuid():N}.sock");
        var builder = RunningApp.Builder(kind, new LogLines());
        builder.WebHost.UseUrls($"http://unix:{path}");
        await using var app = builder.Build();
        app.MapGet("/", static (HttpContext context) => $"{context.Connection.RemoteIpAddress is null} {context.Connection.Id.Length > 0}");
        await app.StartAsync(Stopped);
        Assert.Equal([$"http://unix:{path}"], app.Urls);
        using var client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellation) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        });
        Assert.Equal("True True", await client.GetStringAsync("http://localhost/", Stopped));
        await app.StopAsync(Stopped);
        Assert.False(File.Exists(path));
    }

    [Theory]
    [InlineData(ApplicationThread.Loop)]
    [InlineData(ApplicationThread.ThreadPool)]
    public async Task Several_loops_share_a_port(ApplicationThread thread)
    {
        await using var app = await RunningApp.Start(
            thread == ApplicationThread.Loop ? ServerKind.Loop : ServerKind.Pool,
            static app => app.MapGet("/", static () => Thread.CurrentThread.Name ?? ""),
            null,
            static options => options.Loops = 3);
        var names = new HashSet<string>();

        // The system distributes connections by their ports; 60 of them miss one of three loops once in 10^10 runs.
        for (var i = 0; i < 60; i++)
        {
            using var client = new HttpClient();
            names.Add(await client.GetStringAsync(app.Address, Stopped));
        }

        Assert.Equal(thread == ApplicationThread.Loop, names.SetEquals(["aspnetcore0", "aspnetcore1", "aspnetcore2"]));
    }

    private static async Task Expect(ServerKind kind, string[] addresses, Action<WebApplicationBuilder>? build, params string[] args)
    {
        var builder = RunningApp.Builder(kind, new LogLines(), null, args);
        build?.Invoke(builder);
        await using var app = builder.Build();
        app.MapGet("/", static () => "served");
        await app.StartAsync(Stopped);
        Assert.Equal(addresses, app.Urls.Select(static url => url[..url.LastIndexOf(':')]));
        using var client = new HttpClient();
        foreach (var url in app.Urls)
        {
            Assert.DoesNotContain(":0", url[url.LastIndexOf(':')..] + "/", StringComparison.Ordinal);
            Assert.Equal("served", await client.GetStringAsync(url.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal).Replace("[::]", "[::1]", StringComparison.Ordinal), Stopped));
        }
    }
}
