using System.Net;
using Xunit;

namespace FsmKit.Hosting.Tests;

/// <summary>The sample Web: ASP.NET Core with a machine behind the endpoints.</summary>
[Trait("Category", "Slow")]
public class WebSampleTests
{
    [Fact]
    public async Task A_coin_opens_the_turnstile_and_a_refused_push_is_a_conflict()
    {
        using var sample = new Sample("Web", "--port", "0");
        using var client = new HttpClient { BaseAddress = new Uri($"http://{await sample.Address(TestHost.Cancellation)}") };
        Assert.Equal("Hello, World!", await client.GetStringAsync("/", TestHost.Cancellation));
        Assert.Equal(HttpStatusCode.Conflict, (await client.PostAsync("/push", null, TestHost.Cancellation)).StatusCode);
        var coin = await client.PostAsync("/coin", null, TestHost.Cancellation);
        Assert.Equal("""{"state":"Unlocked","guests":0}""", await coin.Content.ReadAsStringAsync(TestHost.Cancellation));
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync("/push", null, TestHost.Cancellation)).StatusCode);
        Assert.Equal("""{"state":"Locked","guests":1}""", await client.GetStringAsync("/gate", TestHost.Cancellation));
        Assert.Equal("Healthy", await client.GetStringAsync("/health", TestHost.Cancellation));
        sample.Terminate();
        Assert.Equal(0, await sample.ExitCode(TestHost.Cancellation));
    }
}
