using FsmKit.TestShared;
using Xunit;

namespace FsmKit.Tests;

/// <summary>Settings of several reaches, and settings that change.</summary>
public sealed partial class SettingsReloadTests : IDisposable
{
    private readonly LogLines _log = new();
    private GAplic? _app;

    public void Dispose() => _app?.Dispose();

    private GAplic App(params (string Key, string? Value)[] settings) => _app = new GAplic("app", new GAplicOptions { Logger = _log, Settings = Pairs(settings) });

    private static KeyValuePair<string, string?>[] Pairs((string Key, string? Value)[] settings) =>
        Array.ConvertAll(settings, static setting => new KeyValuePair<string, string?>(setting.Key, setting.Value));

    private IReadOnlyCollection<string> Reload(params (string Key, string? Value)[] settings) => _app!.ReloadSettings(Pairs(settings));

    [Fact]
    public void The_closest_setting_wins_whatever_the_order()
    {
        var app = App(("a.Rate", "1"), ("Pump.Rate", "2"), ("Rate", "3"), ("GObj.Rate", "4"));

        Assert.Equal(1, app.Create<Pump>("a").Rate);
        Assert.Equal(2, app.Create<Pump>("b").Rate);
        Assert.Equal(4, app.Create<Fan>("f").Rate);
    }

    [Fact]
    public void A_change_reaches_parameters_that_reload_and_the_others_are_returned()
    {
        var app = App(("a.Rate", "1"), ("a.Size", "1"), ("Pump.Size", "2"));
        var a = app.Create<Pump>("a");
        var child = a.Create<Pump>("child");

        Assert.Equal(["Pump.Size", "a.Size"], Reload(("a.Rate", "5"), ("a.Size", "6"), ("Pump.Size", "7"), ("Pump.Rate", "8"), ("TraceMachine", "Events")));
        Assert.Equal((5, 1), (a.Rate, a.Size));
        Assert.Equal((8, 2), (child.Rate, child.Size));
        Assert.Equal(MachineTraceLevel.Events, child.TraceMachine);
        var late = app.Create<Pump>("a");
        Assert.Equal((5, 6), (late.Rate, late.Size));
    }

    [Fact]
    public void Nothing_that_is_the_same_is_written_again()
    {
        var app = App(("a.Rate", "1"));
        var a = app.Create<Pump>("a");
        a.Rate = 9;

        Assert.Empty(Reload(("a.Rate", "1"), ("b.Rate", "2")));
        Assert.Equal(9, a.Rate);
    }

    [Fact]
    public void A_setting_that_is_gone_leaves_its_value_or_that_of_a_wider_one()
    {
        var app = App(("a.Rate", "1"), ("b.Rate", "1"), ("Pump.Rate", "2"));
        var (a, b, fan) = (app.Create<Pump>("a"), app.Create<Pump>("b"), app.Create<Fan>("f"));

        Assert.Empty(Reload(("b.Rate", "1"), ("Pump.Rate", "2")));
        Assert.Equal((2, 1), (a.Rate, b.Rate));
        Assert.Equal(["Pump.Rate", "b.Rate"], Reload());
        Assert.Equal((2, 1, 0), (a.Rate, b.Rate, fan.Rate));
    }

    [Fact]
    public void A_bad_value_is_an_error_and_the_old_one_stays()
    {
        var rejected = new List<string>();
        _app = new GAplic("app", new GAplicOptions
        {
            Logger = _log,
            SettingRejected = (gobj, key, problem) => rejected.Add($"{gobj} {key} {problem.Message}"),
        });
        var a = _app.Create<Pump>("a");

        Assert.Empty(Reload(("a.Rate", "fast")));
        Assert.Equal(0, a.Rate);
        Assert.Equal(["a.Rate"], rejected.Select(static line => line.Split(' ')[1]));
        Assert.Contains("Error: Setting 'a.Rate' is ignored: Parameter 'Rate' of Pump:a: 'fast' is no int. Turns per minute.", _log.Lines);
    }

    [Fact]
    public void Settings_that_concern_nobody_are_listed()
    {
        var app = App(("a.Rate", "1"), ("b.Rate", "1"), ("Speed", "2"));
        app.Create<Pump>("a");
        Assert.Equal(["b.Rate", "Speed"], app.UnusedSettings);
        app.Create<Pump>("b");
        Assert.Equal(["Speed"], app.UnusedSettings);
    }

    /// <summary>Has a parameter that reloads and one that does not.</summary>
    [GClass]
    public sealed partial class Pump : GObj
    {
        /// <summary>Turns per minute.</summary>
        [Parameter(Reload = true)]
        public partial int Rate { get; set; }

        /// <summary>Litres.</summary>
        [Parameter]
        public partial int Size { get; set; }

        private enum State : byte
        {
            Idle,
        }
    }

    /// <summary>Another gclass with a parameter of that name.</summary>
    [GClass]
    public sealed partial class Fan : GObj
    {
        /// <summary>Turns per minute.</summary>
        [Parameter(Reload = true)]
        public partial int Rate { get; set; }

        private enum State : byte
        {
            Idle,
        }
    }
}
