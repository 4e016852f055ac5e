using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;

namespace FsmKit.AspNetCore.Tests;

[Topic("Blazor")]
public class BlazorTests
{
    private const string Browser = "/usr/bin/chromium";

    [Fact]
    public Task A_page_is_rendered_by_the_server() => Twin.Compare(
        Map,
        static async talk =>
        {
            talk.Veiled = new(@"<!--Blazor.*?-->|(?<=Antiforgery\.)[^;]+", System.Text.RegularExpressions.RegexOptions.Singleline);
            Assert.Contains("<p id=\"count\">0</p>", (await talk.Get("/counter")).Text, StringComparison.Ordinal);
        },
        Build);

    [Theory, EveryServer, Trait("Category", "Slow")]
    public async Task A_counter_counts_in_a_browser(ServerKind kind)
    {
        Assert.SkipUnless(File.Exists(Browser), $"There is no {Browser}.");
        await using var app = await RunningApp.Start(kind, Map, Build);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Browser, Args = ["--no-sandbox"] });
        var page = await browser.NewPageAsync();
        var hasCircuit = new TaskCompletionSource();
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, _) => hasCircuit.TrySetResult();
        await page.GotoAsync($"{app.Address}counter");
        await hasCircuit.Task;

        // A click before the page is interactive has no effect.
        var isCounted = false;
        for (var i = 0; i < 60 && !isCounted; i++)
        {
            await page.ClickAsync("#more");
            isCounted = await Shows(page, 3);
        }

        Assert.True(isCounted);
    }

    private static async Task<bool> Shows(IPage page, int count)
    {
        try
        {
            await page.WaitForFunctionAsync($"() => Number(document.querySelector('#count').textContent) >= {count}", null, new PageWaitForFunctionOptions { Timeout = 1000 });
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static void Build(WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
    }

    private static void Map(WebApplication app)
    {
        app.UseAntiforgery();
        app.MapStaticAssets(Path.Combine(AppContext.BaseDirectory, "FsmKit.AspNetCore.Tests.staticwebassets.endpoints.json"));
        app.MapRazorComponents<Blazor.Page>().AddInteractiveServerRenderMode();
    }
}
