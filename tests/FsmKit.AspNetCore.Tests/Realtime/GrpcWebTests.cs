using System.Net;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Web;

namespace FsmKit.AspNetCore.Tests;

[Topic("gRPC-Web")]
public class GrpcWebTests
{
    private static CancellationToken Stopped => TestContext.Current.CancellationToken;

    public static TheoryData<ServerKind, GrpcWebMode> Modes()
    {
        var modes = new TheoryData<ServerKind, GrpcWebMode>();
        foreach (var kind in Enum.GetValues<ServerKind>())
        {
            modes.Add(kind, GrpcWebMode.GrpcWeb);
            modes.Add(kind, GrpcWebMode.GrpcWebText);
        }

        return modes;
    }

    [Theory, MemberData(nameof(Modes))]
    public async Task Calls_streams_and_failures(ServerKind kind, GrpcWebMode mode)
    {
        await using var app = await RunningApp.Start(
            kind,
            static app =>
            {
                app.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true });
                app.MapGrpcService<GreeterService>();
            },
            static builder => builder.Services.AddGrpc());
        using var channel = GrpcChannel.ForAddress(app.Address, new GrpcChannelOptions { HttpVersion = HttpVersion.Version11, HttpHandler = new GrpcWebHandler(mode, new SocketsHttpHandler()) });
        var invoker = channel.CreateCallInvoker();
        using var call = invoker.AsyncUnaryCall(GreeterService.Greeting, null, new CallOptions(cancellationToken: Stopped), "World");
        Assert.Equal("Hello, World!", await call.ResponseAsync);
        Assert.Equal("5", call.GetTrailers().GetValue("x-sum"));
        using var failing = invoker.AsyncUnaryCall(GreeterService.Greeting, null, new CallOptions(cancellationToken: Stopped), "nobody");
        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(() => failing.ResponseAsync)).StatusCode);
        using var stream = invoker.AsyncServerStreamingCall(GreeterService.Counting, null, new CallOptions(cancellationToken: Stopped), "number");
        var count = 0;
        while (await stream.ResponseStream.MoveNext(Stopped))
        {
            Assert.Equal($"number {++count}", stream.ResponseStream.Current);
        }

        Assert.Equal(20, count);
    }
}
