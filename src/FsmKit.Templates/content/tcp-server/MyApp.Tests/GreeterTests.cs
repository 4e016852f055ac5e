using System.Net;
using System.Net.Sockets;
using FsmKit;

namespace MyApp.Tests;

public class GreeterTests
{
    [Fact]
    public async Task A_client_is_asked_and_greeted()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var app = new GAplic();
        var address = (IPEndPoint)GreeterServer.Listen(app, 0);
        var loop = new Thread(() => app.Run());
        loop.Start();
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(address, cancellation);
            using var reader = new StreamReader(client.GetStream());
            using var writer = new StreamWriter(client.GetStream()) { AutoFlush = true };
            Assert.Equal("Who are you?", await reader.ReadLineAsync(cancellation));
            await writer.WriteLineAsync("Ann");
            Assert.Equal("Hello, Ann!", await reader.ReadLineAsync(cancellation));
            await writer.WriteLineAsync("bye");
            Assert.Null(await reader.ReadLineAsync(cancellation));
        }
        finally
        {
            app.Stop();
            loop.Join();
        }
    }
}
