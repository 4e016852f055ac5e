using System.Threading.Channels;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;

namespace FsmKit.AspNetCore.Tests;

[Topic("SignalR")]
public class SignalRTests
{
    private static CancellationToken Stopped => TestContext.Current.CancellationToken;

    public static TheoryData<ServerKind, HttpTransportType> Ways()
    {
        var ways = new TheoryData<ServerKind, HttpTransportType>();
        foreach (var kind in Enum.GetValues<ServerKind>())
        {
            ways.Add(kind, HttpTransportType.WebSockets);
            ways.Add(kind, HttpTransportType.ServerSentEvents);
            ways.Add(kind, HttpTransportType.LongPolling);
        }

        return ways;
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task A_chat(ServerKind kind, HttpTransportType transport)
    {
        await using var app = await RunningApp.Start(kind, static app => app.MapHub<ChatHub>("/chat"), static builder => builder.Services.AddSignalR());
        var heard = Channel.CreateUnbounded<string>();
        await using var one = Connection(app, transport, "one", heard);
        await using var two = Connection(app, transport, "two", heard);
        await one.StartAsync(Stopped);
        await two.StartAsync(Stopped);
        await one.InvokeAsync("Join", "room", Stopped);
        Assert.Equal("one: joined room", await heard.Reader.ReadAsync(Stopped));
        await two.InvokeAsync("Say", "room", "hello", Stopped);
        Assert.Equal("one: hello", await heard.Reader.ReadAsync(Stopped));
        Assert.Equal(5, await two.InvokeAsync<int>("Add", 2, 3, Stopped));
        Assert.Equal(Enumerable.Range(1, 50), await two.StreamAsync<int>("Count", 50, Stopped).ToListAsync(Stopped));
        Assert.Equal(1275, await one.InvokeAsync<int>("Sum", Enumerable.Range(1, 50).ToAsyncEnumerable(), Stopped));
        await one.StopAsync(Stopped);
        await two.StopAsync(Stopped);
    }

    private static HubConnection Connection(RunningApp app, HttpTransportType transport, string name, Channel<string> heard)
    {
        var connection = new HubConnectionBuilder().WithUrl(new Uri(app.Address, "/chat"), transport).Build();
        connection.On<string>("joined", room => heard.Writer.TryWrite($"{name}: joined {room}"));
        connection.On<string>("said", text => heard.Writer.TryWrite($"{name}: {text}"));
        return connection;
    }
}
