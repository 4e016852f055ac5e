using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FsmKit.Hosting.Tests;

public class SettingsTests
{
    private static TestHost Host(IReadOnlyDictionary<string, string?> configuration, Action<LoopBuilder>? more = null) => new(
        fsm => fsm.AddLoop("one", loop =>
        {
            loop.Create<Shop>("shop", static shop => shop.Street = "Side");
            more?.Invoke(loop);
        }),
        builder =>
        {
            builder.Services.AddSingleton<IStock, Stock>();
            builder.Configuration.AddInMemoryCollection(configuration);
        });

    private static async Task ChangeAsync(TestHost host, params (string Key, string? Value)[] values)
    {
        var configuration = (IConfigurationRoot)host.App.Services.GetRequiredService<IConfiguration>();
        foreach (var (key, value) in values)
        {
            configuration[key] = value;
        }

        configuration.Reload();
        await host.Loops[0].InvokeAsync(static () => { }, TestHost.Cancellation);
    }

    [Fact]
    public async Task The_section_of_the_loop_sets_parameters_of_its_gobjs()
    {
        await using var host = Host(new Dictionary<string, string?>
        {
            ["FsmKit:one:shop:Limit"] = "5",
            ["FsmKit:one:Shop:street"] = "Main",
            ["FsmKit:one:shop:Towns:0"] = "Bern",
            ["FsmKit:one:shop:Towns:1"] = "Rome",
            ["FsmKit:one:shed:Limit"] = "6",
            ["FsmKit:two:Limit"] = "7",
        });
        await host.App.StartAsync(TestHost.Cancellation);

        var shop = host.Loops[0].Root<Shop>();
        Assert.Equal((5, "Main"), (shop.Limit, shop.Street));
        Assert.Equal(["Bern", "Rome"], shop.Towns);
        Assert.Contains(
            "Information: No gobj of loop one takes these settings so far: shed:Limit. Check the names, unless they are for gobjs that come later.", host.Log.All);
    }

    [Fact]
    public async Task The_section_has_options_of_the_loop_which_win_over_code()
    {
        GAplicOptions? used = null;
        await using var host = Host(
            new Dictionary<string, string?>
            {
                ["FsmKit:one:Options:PostCapacity"] = "77",
                ["FsmKit:one:options:stallThreshold"] = "00:00:00.250",
                ["FsmKit:one:Options:AllUniqueNames"] = "true",
            },
            loop => loop.Configure(options => (used = options).PostCapacity = 5));
        await host.App.StartAsync(TestHost.Cancellation);

        Assert.Equal((77, TimeSpan.FromMilliseconds(250), true), (used!.PostCapacity, used.StallThreshold, used.AllUniqueNames));
        Assert.DoesNotContain(host.Log.All, static line => line.Contains("PostCapacity", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("PostCapacity", "0")]
    [InlineData("PostCapacity", "many")]
    [InlineData("StallThreshold", "-00:00:01")]
    [InlineData("AllUniqueNames", "perhaps")]
    [InlineData("Colour", "red")]
    public async Task An_option_that_is_none_stops_the_start(string name, string value)
    {
        await using var host = Host(new Dictionary<string, string?> { [$"FsmKit:one:Options:{name}"] = value });
        var failure = await Assert.ThrowsAsync<FsmKitLoopException>(() => host.App.StartAsync(TestHost.Cancellation));

        Assert.StartsWith($"Loop 'one' cannot start: 'FsmKit:one:Options:{name} = {value}' is no option of a loop.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_section_or_none_may_be_chosen_and_settings_in_code_come_first()
    {
        var configuration = new Dictionary<string, string?> { ["FsmKit:one:Limit"] = "5", ["Shops:Limit"] = "6" };
        await using var other = Host(configuration, static loop =>
        {
            loop.Section = "Shops";
            loop.Configure(static options => options.Settings = [new("Limit", "8"), new("Street", "Code")]);
        });
        await using var none = Host(configuration, static loop => loop.Section = null);
        await other.App.StartAsync(TestHost.Cancellation);
        await none.App.StartAsync(TestHost.Cancellation);

        Assert.Equal((6, "Code"), (other.Loops[0].Root<Shop>().Limit, other.Loops[0].Root<Shop>().Street));
        Assert.Equal(10, none.Loops[0].Root<Shop>().Limit);
    }

    [Fact]
    public async Task Bad_settings_stop_the_start_all_of_them_named()
    {
        await using var host = Host(new Dictionary<string, string?> { ["FsmKit:one:shop:Limit"] = "many", ["FsmKit:one:shop:Limmit"] = "6" });

        var x = await Assert.ThrowsAsync<FsmKitLoopException>(() => host.App.StartAsync(TestHost.Cancellation));
        Assert.Equal(
            "Loop 'one' cannot start with these settings: Parameter 'Limit' of Shop:shop: 'many' is no int. Largest number that is sold at once. "
            + "Shop:shop has no parameter 'Limmit'. It has: Limit, Street, Towns, TraceMachine, Subscriber.", x.Message);
    }

    [Fact]
    public async Task Where_bad_settings_are_allowed_they_are_logged()
    {
        await using var host = Host(new Dictionary<string, string?> { ["FsmKit:one:shop:Limit"] = "many" }, static loop => loop.FailsOnBadSettings = false);
        await host.App.StartAsync(TestHost.Cancellation);

        Assert.Contains(
            "Error: Setting 'shop:Limit' is ignored: Parameter 'Limit' of Shop:shop: 'many' is no int. Largest number that is sold at once.", host.Log["FsmKit.Hosting.Tests.Shop"]);
    }

    [Fact]
    public async Task A_changed_setting_reaches_a_parameter_that_reloads_and_the_others_are_told_once()
    {
        await using var host = Host(new Dictionary<string, string?> { ["FsmKit:one:shop:Limit"] = "5", ["FsmKit:one:shop:Street"] = "Main" });
        await host.App.StartAsync(TestHost.Cancellation);
        var shop = host.Loops[0].Root<Shop>();

        await ChangeAsync(host, ("FsmKit:one:shop:Limit", "6"), ("FsmKit:one:shop:Street", "High"), ("FsmKit:one:GObj:TraceMachine", "Events"));
        Assert.Equal((6, "Main", MachineTraceLevel.Events), (shop.Limit, shop.Street, shop.TraceMachine));
        Assert.Equal(MachineTraceLevel.Events, shop.Counter!.TraceMachine);

        await ChangeAsync(host, ("FsmKit:one:shop:Limit", "-1"), ("FsmKit:one:shop:Street", "Low"));
        Assert.Equal((6, "Main"), (shop.Limit, shop.Street));
        Assert.Single(host.Log["FsmKit.Hosting.Tests.Shop"], static line => line.StartsWith("Error: Setting 'shop:Limit' is ignored: Parameter 'Limit' of Shop:shop does not take", StringComparison.Ordinal));
        Assert.Single(host.Log["FsmKit.Hosting"], static line => line.StartsWith("Warning: These settings of loop one have changed;", StringComparison.Ordinal) && line.Contains("program: shop:Street.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Gobjs_that_come_later_get_the_new_settings()
    {
        await using var host = Host(new Dictionary<string, string?> { ["FsmKit:one:shop:Street"] = "Main" });
        await host.App.StartAsync(TestHost.Cancellation);
        await ChangeAsync(host, ("FsmKit:one:shop:Street", "High"));

        var street = await host.Loops[0].InvokeAsync(() => host.Loops[0].Gaplic!.CreateInjected<Shop>("shop").Street, TestHost.Cancellation);
        Assert.Equal("High", street);
    }
}
