using FsmKit.TestShared;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FsmKit.Tests;

/// <summary>The subscriber of a gobj as a parameter: GinsFSM's <c>subscriber</c>.</summary>
public sealed class SubscriberParameterTests
{
    private readonly LogLines _log = new();

    [Theory]
    [InlineData("app.house.hall", "hall by its path")]
    [InlineData(" app.house.hall ", "with blanks around it")]
    [InlineData("app.house.a.b", "a name with a dot in it")]
    [InlineData("app.house.inside", "below a gobj without a name")]
    [InlineData("keeper", "by its unique name")]
    public void A_setting_names_it_by_path_or_unique_name(string text, string why)
    {
        using var app = App(new KeyValuePair<string, string?>("talker.subscriber", text));
        var house = app.Create<Probe>("house");
        house.Create<Probe>("a");
        Probe[] all = [house.Create<Probe>("hall"), house.Create<Probe>("a.b"), house.Create<Probe>().Create<Probe>("inside"), house.Create<Probe>("keeper", naming: Naming.Unique)];
        var meant = all.Single(one => one.Path == text.Trim() || one.IsUnique && one.Name == text);

        var talker = app.Create<Probe>("talker", configured => configured.Subscriber = house);
        talker.Say(1);

        Assert.True(meant.Got.Count == 1, why);
        Assert.Empty(house.Got);
        Assert.Same(meant, talker.Subscriber);
        Assert.Equal(text.Trim(), talker.ReadParameter("SUBSCRIBER"));
        Assert.Empty(_log.From(LogLevel.Error));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("  ")]
    public void Nothing_is_the_parent(string? text)
    {
        using var app = App();
        var parent = app.Create<Probe>("parent");
        var child = parent.Create<Probe>("child", child =>
        {
            child.Subscriber = app.FindChild("parent");
            child.WriteParameter("subscriber", text);
        });
        child.Say(1);

        Assert.Single(parent.Got);
        Assert.Null(child.Subscriber);
        Assert.Equal("", child.ReadParameter("subscriber"));
    }

    [Fact]
    public void A_name_that_none_has_is_an_error_in_the_log_and_the_gobj_keeps_what_it_had()
    {
        using var app = App(new KeyValuePair<string, string?>("talker.subscriber", "app.hal"));
        var hall = app.Create<Probe>("hall");

        var talker = app.Create<Probe>("talker", configured => configured.Subscriber = hall);

        Assert.Same(hall, talker.Subscriber);
        Assert.Contains(
            "Setting 'talker.subscriber' is ignored: Parameter 'Subscriber' of Probe:talker: There is no gobj 'app.hal'. Write the unique name or the path",
            Assert.Single(_log.From(LogLevel.Error)), StringComparison.Ordinal);
    }

    [Fact]
    public void After_the_creation_it_is_an_error_that_says_what_to_do_and_changes_nothing()
    {
        using var app = App();
        var hall = app.Create<Probe>("hall");
        var talker = app.Create<Probe>("talker", configured => configured.Subscriber = hall);

        Assert.Contains("subscribe a gobj with Subscribe<E>", Assert.Throws<ParameterException>(() => talker.WriteParameter("subscriber", "")).Message, StringComparison.Ordinal);
        Assert.Throws<GObjException>(() => talker.Subscriber = app.Create<Probe>("other"));
        talker.WriteParameter("subscriber", "app.hall");
        talker.Subscriber = hall;

        Assert.Same(hall, talker.Subscriber);
    }

    [Theory]
    [InlineData("subscriber")]
    [InlineData("GObj.subscriber")]
    public void For_every_gobj_it_concerns_those_directly_below_the_loop_and_takes_no_child_from_its_parent(string key)
    {
        using var app = App(new KeyValuePair<string, string?>(key, "hub"));
        var hub = app.Create<Probe>("hub", naming: Naming.Unique);
        var told = Assert.Single(_log.From(LogLevel.Error));
        var parent = app.Create<Probe>("parent");
        var child = parent.Create<Probe>("child");
        parent.Say(1);
        child.Say(2);

        Assert.Contains("There is no gobj 'hub'", told, StringComparison.Ordinal);
        Assert.Equal((null, hub, null), (hub.Subscriber, parent.Subscriber, child.Subscriber));
        Assert.Equal((1, 1), (hub.Got.Count, parent.Got.Count));
        Assert.Single(_log.From(LogLevel.Error));
    }

    [Fact]
    public void A_gobj_deep_in_the_tree_is_found_without_a_deep_stack()
    {
        const int Depth = 20_000;
        using var app = App(new KeyValuePair<string, string?>("talker.subscriber", "app" + string.Concat(Enumerable.Repeat(".n", Depth))));
        GObj deepest = app;
        for (var i = 0; i < Depth; i++)
        {
            deepest = deepest.Create<Probe>("n");
        }

        Assert.Same(deepest, app.Create<Probe>("talker").Subscriber);
    }

    private GAplic App(params KeyValuePair<string, string?>[] settings) =>
        new("app", new GAplicOptions { Logger = _log, Settings = settings, Time = new ManualTime() });
}
