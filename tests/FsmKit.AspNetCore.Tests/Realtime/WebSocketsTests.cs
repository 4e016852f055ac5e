using System.Net.WebSockets;
using System.Text;

namespace FsmKit.AspNetCore.Tests;

[Topic("WebSockets")]
public class WebSocketsTests
{
    private static CancellationToken Stopped => TestContext.Current.CancellationToken;

    [Theory, EveryServer]
    public async Task Echo_and_the_close_handshake(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, Map);
        using var socket = await Connect(app, static options => options.AddSubProtocol("echo"));
        Assert.Equal("echo", socket.SubProtocol);
        await socket.SendAsync("hello"u8.ToArray(), WebSocketMessageType.Text, true, Stopped);
        Assert.Equal("hello", Encoding.UTF8.GetString(await Receive(socket)));
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "bye", Stopped);
        Assert.Equal((WebSocketState.Closed, "bye"), (socket.State, socket.CloseStatusDescription));
    }

    [Theory, EveryServer]
    public async Task Large_messages_with_and_without_compression(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, Map);
        var message = new byte[4 << 20];
        new Random(1).NextBytes(message);
        foreach (var isCompressed in (bool[])[false, true])
        {
            using var socket = await Connect(app, options => options.DangerousDeflateOptions = isCompressed ? new WebSocketDeflateOptions() : null);
            var received = Receive(socket);
            await socket.SendAsync(message, WebSocketMessageType.Binary, true, Stopped);
            Assert.Equal(message, await received);
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Stopped);
        }
    }

    [Theory, EveryServer]
    public async Task Many_small_messages_in_both_directions(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, Map);
        using var socket = await Connect(app);
        for (var i = 0; i < 1000; i++)
        {
            await socket.SendAsync(BitConverter.GetBytes(i), WebSocketMessageType.Binary, true, Stopped);
        }

        for (var i = 0; i < 1000; i++)
        {
            Assert.Equal(i, BitConverter.ToInt32(await Receive(socket)));
        }
    }

    [Theory, EveryServer]
    public async Task An_abort_of_the_server_ends_the_client(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, Map);
        using var socket = await Connect(app);
        await socket.SendAsync("abort"u8.ToArray(), WebSocketMessageType.Text, true, Stopped);
        await Assert.ThrowsAsync<WebSocketException>(() => Receive(socket));
    }

    [Theory, EveryServer]
    public async Task An_abort_of_the_client_ends_the_handler(ServerKind kind)
    {
        var left = new TaskCompletionSource<Exception?>();
        await using var app = await RunningApp.Start(kind, app =>
        {
            app.UseWebSockets();
            app.Map("/ws", async (HttpContext context) =>
            {
                using var socket = await context.WebSockets.AcceptWebSocketAsync();
                left.SetResult(await Record.ExceptionAsync(async () => { await socket.ReceiveAsync(new byte[100], CancellationToken.None); }));
            });
        });
        using (var socket = await Connect(app))
        {
            socket.Abort();
        }

        Assert.IsType<WebSocketException>(await left.Task);
    }

    [Theory, EveryServer]
    public async Task A_failure_of_the_handler_ends_the_client(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, Map);
        using var socket = await Connect(app);
        await socket.SendAsync("throw"u8.ToArray(), WebSocketMessageType.Text, true, Stopped);
        await Assert.ThrowsAsync<WebSocketException>(() => Receive(socket));
    }

    [Fact]
    public Task Requests_that_are_none() => Twin.Compare(
        Map,
        static async talk =>
        {
            Assert.Equal(400, (int)(await talk.Get("/ws")).Status);
            await talk.Get("/ws", ("Upgrade", "other"), ("Connection", "Upgrade"));
        });

    private static void Map(WebApplication app)
    {
        app.UseWebSockets();
        app.Map("/ws", static async (HttpContext context) =>
        {
            if (!context.WebSockets.IsWebSocketRequest)
            {
                context.Response.StatusCode = 400;
                return;
            }

            var offered = context.WebSockets.WebSocketRequestedProtocols;
            using var socket = await context.WebSockets.AcceptWebSocketAsync(
                new WebSocketAcceptContext { SubProtocol = offered.FirstOrDefault(), DangerousEnableCompression = true });
            await Echo(context, socket);
        });
    }

    private static async Task Echo(HttpContext context, WebSocket socket)
    {
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            if (read.MessageType == WebSocketMessageType.Close)
            {
                await socket.CloseAsync(socket.CloseStatus!.Value, socket.CloseStatusDescription, CancellationToken.None);
                return;
            }

            switch (Encoding.Latin1.GetString(buffer, 0, Math.Min(5, read.Count)))
            {
                case "abort":
                    context.Abort();
                    return;
                case "throw":
                    throw new InvalidOperationException("on purpose");
                default:
                    await socket.SendAsync(buffer.AsMemory(0, read.Count), read.MessageType, read.EndOfMessage, CancellationToken.None);
                    break;
            }
        }
    }

    private static async Task<ClientWebSocket> Connect(RunningApp app, Action<ClientWebSocketOptions>? set = null)
    {
        var socket = new ClientWebSocket();
        set?.Invoke(socket.Options);
        await socket.ConnectAsync(new Uri($"ws://{app.Address.Authority}/ws"), Stopped);
        return socket;
    }

    private static async Task<byte[]> Receive(WebSocket socket)
    {
        var (message, buffer, isEnd) = (new MemoryStream(), new byte[64 * 1024], false);
        while (!isEnd)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(), Stopped);
            message.Write(buffer, 0, read.Count);
            isEnd = read.EndOfMessage;
        }

        return message.ToArray();
    }
}
