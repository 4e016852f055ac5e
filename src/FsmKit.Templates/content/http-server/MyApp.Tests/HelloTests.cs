using System.Net;
using FsmKit;

namespace MyApp.Tests;

public class HelloTests
{
    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    public async Task Pages_are_served(string path, HttpStatusCode expected)
    {
        using var app = new GAplic();
        var hello = app.Create<HelloApp>("hello", hello => hello.Port = 0);
        var loop = new Thread(() => app.Run());
        loop.Start();
        try
        {
            using var client = new HttpClient();
            var response = await client.GetAsync($"http://{hello.Address}{path}", TestContext.Current.CancellationToken);
            Assert.Equal(expected, response.StatusCode);
        }
        finally
        {
            app.Stop();
            loop.Join();
        }
    }
}
