using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace FsmKit.AspNetCore.Tests;

[Topic("Connections")]
public class IdentityTests
{
    [Theory, EveryServer]
    public async Task A_connection_has_an_id_and_state_and_each_request_an_identifier(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, static app => app.MapGet("/", static (HttpContext context) =>
        {
            var state = context.Features.GetRequiredFeature<IPersistentStateFeature>().State;
            state["count"] = state.TryGetValue("count", out var count) ? (int)count! + 1 : 1;
            return $"<{context.Connection.Id} {context.TraceIdentifier} {state["count"]}>";
        }));
        using var one = await Wire.Connect(app.Address);
        using var other = await Wire.Connect(app.Address);
        var (first, second, third) = (await Ask(one), await Ask(one), await Ask(other));
        Assert.Equal((first[0], "1"), (second[0], first[2]));
        Assert.NotEqual(first[0], third[0]);
        Assert.Equal(("2", "1"), (second[2], third[2]));
        Assert.Equal($"{first[0]}:00000001", first[1]);
        Assert.Equal($"{first[0]}:00000002", second[1]);
    }

    [Theory, EveryServer]
    public async Task Features_of_a_connection(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, static app => app.MapGet("/", static (HttpContext context) =>
        {
            var features = context.Features;
            var items = features.GetRequiredFeature<IConnectionItemsFeature>().Items;
            items["x"] = 1;
            var id = features.GetRequiredFeature<IConnectionIdFeature>().ConnectionId;
            var closing = features.GetRequiredFeature<IConnectionLifetimeNotificationFeature>().ConnectionClosedRequested;
            return $"{id == context.Connection.Id} {closing.IsCancellationRequested} {features.Get<ITlsConnectionFeature>() is null}";
        }));
        Assert.Equal("True False True", await app.Client.GetStringAsync("/", TestContext.Current.CancellationToken));
    }

    [Theory, EveryServer]
    public async Task A_connection_is_closed_after_the_response_on_request(ServerKind kind)
    {
        await using var app = await RunningApp.Start(kind, static app => app.MapGet("/", static (HttpContext context) =>
        {
            context.Features.GetRequiredFeature<IConnectionLifetimeNotificationFeature>().RequestClose();
            return "last";
        }));
        using var wire = await Wire.Connect(app.Address);
        await wire.Send("GET / HTTP/1.1\nHost: a\n\n");
        Assert.Contains("last", await wire.ReceiveAll(), StringComparison.Ordinal);
    }

    private static async Task<string[]> Ask(Wire wire)
    {
        await wire.Send("GET / HTTP/1.1\nHost: a\n\n");
        await wire.ReceiveUntil("<");
        return (await wire.ReceiveUntil(">")).TrimEnd('>').Split(' ');
    }
}
