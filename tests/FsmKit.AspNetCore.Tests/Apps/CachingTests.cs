namespace FsmKit.AspNetCore.Tests;

[Topic("Caching")]
public class CachingTests
{
    [Fact]
    public async Task Output_caching()
    {
        var runs = 0;
        await Twin.Compare(
            app =>
            {
                runs = 0;
                app.UseOutputCache();
                app.MapGet("/cached", () => $"run {++runs}").CacheOutput(static policy => policy.SetVaryByQuery("q").Tag("all"));
            },
            static async talk =>
            {
                Assert.Equal("run 1", (await talk.Get("/cached")).Text);
                var again = await talk.Get("/cached");
                Assert.Equal(("run 1", "0"), (again.Text, again["Age"]));
                Assert.Equal("run 2", (await talk.Get("/cached?q=1")).Text);
            },
            static builder => builder.Services.AddOutputCache());
    }

    [Fact]
    public async Task Response_caching()
    {
        var runs = 0;
        await Twin.Compare(
            app =>
            {
                runs = 0;
                app.UseResponseCaching();
                app.MapGet("/cached", (HttpContext context) =>
                {
                    context.Response.Headers.CacheControl = "public, max-age=60";
                    return $"run {++runs}";
                });
            },
            static async talk =>
            {
                Assert.Equal("run 1", (await talk.Get("/cached")).Text);
                Assert.Equal("run 1", (await talk.Get("/cached")).Text);
                Assert.Equal("run 2", (await talk.Get("/cached", ("Cache-Control", "no-cache"))).Text);
            },
            static builder => builder.Services.AddResponseCaching());
    }
}
