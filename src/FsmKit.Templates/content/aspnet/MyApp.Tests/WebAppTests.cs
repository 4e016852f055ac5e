using System.Net;

namespace MyApp.Tests;

public class WebAppTests
{
    [Fact]
    public async Task A_coin_opens_the_turnstile()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var app = WebApp.Build(["--urls", "http://127.0.0.1:0"]);
        await app.StartAsync(cancellation);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        Assert.Equal(HttpStatusCode.Conflict, (await client.PostAsync("/push", null, cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync("/coin", null, cancellation)).StatusCode);
        Assert.Contains("Unlocked", await client.GetStringAsync("/gate", cancellation), StringComparison.Ordinal);
        await app.StopAsync(cancellation);
    }
}
