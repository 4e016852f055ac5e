using System.Net.WebSockets;
using Yarp.ReverseProxy.Configuration;

namespace FsmKit.AspNetCore.Tests;

[Topic("YARP")]
public class ProxyTests
{
    private static CancellationToken Stopped => TestContext.Current.CancellationToken;

    public static TheoryData<ServerKind, ServerKind> Pairs() => new()
    {
        { ServerKind.Kestrel, ServerKind.Kestrel },
        { ServerKind.Kestrel, ServerKind.Pool },
        { ServerKind.Pool, ServerKind.Kestrel },
        { ServerKind.Loop, ServerKind.Pool },
        { ServerKind.Loop, ServerKind.Loop },
    };

    [Theory, MemberData(nameof(Pairs))]
    public async Task In_front_and_behind(ServerKind front, ServerKind behind)
    {
        await using var target = await RunningApp.Start(behind, Target);
        await using var proxy = await RunningApp.Start(front, static app => app.MapReverseProxy(), builder => builder.Services.AddReverseProxy().LoadFromMemory(
            [new RouteConfig { RouteId = "all", ClusterId = "target", Match = new RouteMatch { Path = "{**all}" } }],
            [new ClusterConfig { ClusterId = "target", Destinations = new Dictionary<string, DestinationConfig> { ["one"] = new() { Address = $"{target.Address}" } } }]));
        Assert.Equal($"a b {proxy.Address.Authority}", await proxy.Client.GetStringAsync("/a%20b", Stopped));
        using var body = new PatternContent(3_000_000, hasLength: false);
        using var sent = await proxy.Client.PostAsync("/length", body, Stopped);
        Assert.Equal("3000000", await sent.Content.ReadAsStringAsync(Stopped));
        Assert.Equal(3_000_000, (await proxy.Client.GetByteArrayAsync("/bytes", Stopped)).Length);
        using var failed = await proxy.Client.GetAsync("/nothing/here", Stopped);
        Assert.Equal(404, (int)failed.StatusCode);
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://{proxy.Address.Authority}/ws"), Stopped);
        await socket.SendAsync("hello"u8.ToArray(), WebSocketMessageType.Text, true, Stopped);
        var buffer = new byte[100];
        Assert.Equal(5, (await socket.ReceiveAsync(buffer, Stopped)).Count);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Stopped);
    }

    private static void Target(WebApplication app)
    {
        app.UseWebSockets();
        app.MapGet("/{text}", static (string text, HttpRequest request) => $"{text} {request.Headers["X-Forwarded-Host"]}");
        app.MapPost("/length", static async (HttpRequest request) =>
        {
            var buffer = new byte[100_000];
            var total = 0L;
            for (var count = 1; count > 0; total += count)
            {
                count = await request.Body.ReadAsync(buffer);
            }

            return $"{total}";
        });
        app.MapGet("/bytes", static () => Results.Bytes(new byte[3_000_000]));
        app.Map("/ws", static async (HttpContext context) =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            var buffer = new byte[100];
            while (await socket.ReceiveAsync(buffer, CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } read)
            {
                await socket.SendAsync(buffer.AsMemory(0, read.Count), read.MessageType, read.EndOfMessage, CancellationToken.None);
            }

            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        });
    }
}
