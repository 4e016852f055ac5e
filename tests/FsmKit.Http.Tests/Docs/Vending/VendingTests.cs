using Xunit;

namespace FsmKit.Http.Tests;

/// <summary>The vending machine, played over its front.</summary>
[Trait("Category", "Slow")]
public sealed class VendingTests
{
    private static CancellationToken Stopped => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_sells_a_tea_at_the_price_that_it_asks_for_over_HTTP()
    {
        using var sample = new Sample("Vending", "--port", "0");
        using var http = new HttpClient { BaseAddress = new Uri($"http://{await sample.Address(Stopped)}") };
        Assert.Equal("Handled\n", await Press("/coin/200"));
        Assert.Equal("Handled\n", await Press("/select/tea"));
        Assert.Equal("Refused\n", await Press("/select/tea"));
        while (await http.GetStringAsync("/", Stopped) is var seen && seen != "Paying: 80 cents [tea]\n")
        {
            Assert.Contains(seen, (string[])["Pricing: 200 cents []\n", "Giving: 200 cents []\n"]);
        }

        Assert.Equal("Handled\n", await Press("/service/begin"));
        Assert.Equal("Maintenance: out of service [tea]\n", await http.GetStringAsync("/", Stopped));
        Assert.Equal("Handled\n", await Press("/service/end"));
        Assert.Equal("Handled\n", await Press("/cancel"));
        Assert.Equal("Idle: 0 cents [tea, 80 cents]\n", await http.GetStringAsync("/", Stopped));
        Assert.Equal("There is no such button.\n", await Press("/kick"));
        sample.Terminate();
        Assert.Equal(0, await sample.ExitCode(Stopped));

        async Task<string> Press(string button)
        {
            using var response = await http.PostAsync(button, null, Stopped);
            return await response.Content.ReadAsStringAsync(Stopped);
        }
    }

    [Theory]
    [InlineData("--port")]
    [InlineData("--port", "70000")]
    [InlineData("tea")]
    public async Task What_it_is_started_with_wrongly_it_says(params string[] arguments)
    {
        using var sample = new Sample("Vending", arguments);
        Assert.Equal(2, await sample.ExitCode(Stopped));
        Assert.Contains("usage: Vending [--port PORT] | --table", await sample.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_prints_its_table_and_its_diagram()
    {
        using var sample = new Sample("Vending", "--table");
        var text = await sample.Output.ReadToEndAsync(Stopped);
        Assert.Contains("| Pricing | (invoke) |  | AskAsync: EvPriced or EvNotPriced |  |\n", text, StringComparison.Ordinal);
        Assert.Contains("Pricing : Pricing<br>invoke / AskAsync\n", text, StringComparison.Ordinal);
    }
}
