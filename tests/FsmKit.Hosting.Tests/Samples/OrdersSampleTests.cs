using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace FsmKit.Hosting.Tests;

/// <summary>The sample Orders: a machine for each order, kept in SQLite.</summary>
[Trait("Category", "Slow")]
public sealed class OrdersSampleTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fsmkit-orders-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Orders_outlive_the_program()
    {
        await Run(static async client =>
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await Post(client, "/orders", new { item = "tea", cents = 0 })).StatusCode);
            Assert.Equal(HttpStatusCode.Created, (await Post(client, "/orders", new { item = "tea", cents = 500 })).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await Post(client, "/orders/1/payments", new { cents = 200 })).StatusCode);
            Assert.Equal(HttpStatusCode.Conflict, (await Post(client, "/orders/1/delivery", new { })).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/orders/7", TestHost.Cancellation)).StatusCode);
            await Expect(client, "Paying", 200);
        });
        await Run(static async client =>
        {
            await Expect(client, "Paying", 200);
            Assert.Equal(HttpStatusCode.OK, (await Post(client, "/orders/1/payments", new { cents = 300 })).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await Post(client, "/orders/1/parcel", new { tracking = "A1" })).StatusCode);
            Assert.Equal(HttpStatusCode.Conflict, (await client.DeleteAsync("/orders/1", TestHost.Cancellation)).StatusCode);
            Assert.Equal("2", (await (await Post(client, "/orders", new { item = "cup", cents = 9 })).Content.ReadFromJsonAsync<JsonElement>(TestHost.Cancellation))
                .GetProperty("number").ToString());
        });
        await Run(static client => Expect(client, "Shipped", 500));
    }

    private async Task Run(Func<HttpClient, Task> act)
    {
        using var sample = new Sample("Orders", "--port", "0", "--database", Path.Combine(_folder, "orders.db"));
        using var client = new HttpClient { BaseAddress = new Uri($"http://{await sample.Address(TestHost.Cancellation)}") };
        await act(client);
        sample.Terminate();
        Assert.Equal(0, await sample.ExitCode(TestHost.Cancellation));
    }

    private static Task<HttpResponseMessage> Post(HttpClient client, string path, object body) => client.PostAsJsonAsync(path, body, TestHost.Cancellation);

    private static async Task Expect(HttpClient client, string state, int paid)
    {
        var order = await client.GetFromJsonAsync<JsonElement>("/orders/1", TestHost.Cancellation);
        Assert.Equal((state, paid), (order.GetProperty("state").GetString(), order.GetProperty("paid").GetInt32()));
    }
}
