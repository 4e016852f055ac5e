using System.Net;
using FsmKit;

namespace MyApp.Tests;

public class HelloTests
{
    [Theory]
    [InlineData("/", HttpStatusCode.OK, "Hello, World!\n")]
    [InlineData("/nowhere", HttpStatusCode.NotFound, "There is nothing here.\n")]
    public async Task Pages_are_served(string path, HttpStatusCode status, string text)
    {
        using var app = new GAplic();
        var hello = app.Create<HelloApp>("hello", hello => hello.Port = 0);
        var loop = new Thread(() => app.Run());
        loop.Start();
        try
        {
            using var client = new HttpClient();
            var response = await client.GetAsync($"http://{hello.Address}{path}", TestContext.Current.CancellationToken);
            Assert.Equal(status, response.StatusCode);
            Assert.Equal(text, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
        finally
        {
            app.Stop();
            loop.Join();
        }
    }
}
