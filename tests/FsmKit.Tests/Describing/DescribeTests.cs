using System.Text.Json;
using Xunit;

namespace FsmKit.Tests.Describing;

/// <summary>Descriptions of living gobjs.</summary>
public sealed class DescribeTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly GAplic _app;
    private readonly Cook _cook;
    private readonly Oven _oven;

    public DescribeTests()
    {
        _app = new GAplic("app", new GAplicOptions { Time = _time });
        _cook = _app.Create<Cook>("cook");
        _oven = _cook.Create<Oven>("oven");
    }

    public void Dispose() => _app.Dispose();

    [Fact]
    public void It_tells_where_it_is_and_in_which_states()
    {
        var told = _oven.Describe();
        Assert.Equal(("oven", "app.cook.oven", "GAplic:app.Cook:cook.Oven:oven", "Warm"), (told.Name, told.Path, told.FullName, told.StateName));
        Assert.Equal(["On", "Warm"], told.States);
        Assert.Same(MachineDescription.Of<Oven>(), told.Machine);
        Assert.Equal("GAplic:app.Cook:cook.Oven:oven in Warm", told.ToString());
        _oven.Send(new EvStop());
        Assert.Equal(["Off"], _oven.Describe().States);
    }

    [Fact]
    public void It_tells_which_timeouts_run_and_what_is_left_of_them()
    {
        _time.Advance(500, _app);
        Assert.Equal(
            [new TimeoutDescription("After(_patience)", "Warm", TimeSpan.FromMilliseconds(1500)), new TimeoutDescription("After(60000)", "On", TimeSpan.FromMilliseconds(59_500))],
            _oven.Describe().Timeouts);
        _oven.Send(new EvHeat(Degrees: 200));
        Assert.Equal([new TimeoutDescription("After(60000)", "On", TimeSpan.FromMilliseconds(59_500))], _oven.Describe().Timeouts);
        _oven.Send(new EvStop());
        Assert.Empty(_oven.Describe().Timeouts);
    }

    [Fact]
    public void It_tells_what_a_history_remembers_and_that_the_machine_has_come_to_its_end()
    {
        var kettle = _app.Create<Kettle>("kettle");
        Assert.Empty(kettle.Describe().History);
        kettle.Send(new EvHeat());
        Assert.Empty(kettle.Describe().History);
        kettle.Send(new EvLook());
        var away = kettle.Describe();
        Assert.Equal([new HistoryDescription("On", "Boiling")], away.History);
        Assert.False(away.IsFinished);
        Assert.StartsWith("GAplic:app.Kettle:kettle in Away\n  remembers   Boiling of On\n  takes ", away.ToText(), StringComparison.Ordinal);
        Assert.Contains("\"finished\": false", away.ToJson(), StringComparison.Ordinal);
        Assert.Equal("Boiling", JsonDocument.Parse(away.ToJson()).RootElement.GetProperty("gobj").GetProperty("history")[0].GetProperty("leaf").GetString());
        kettle.Send(new EvStop());
        var gone = kettle.Describe();
        Assert.True(gone.IsFinished);
        Assert.Empty(gone.Permitted);
        Assert.StartsWith("GAplic:app.Kettle:kettle in Gone, finished\n", gone.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void With_the_clock_of_the_machine_a_timeout_of_this_cycle_has_all_of_its_time_left()
    {
        using var app = new GAplic();
        GObjDescription? told = null;
        app.PostCallback(() => told = app.Create<Oven>().Describe());
        app.RunOnce();
        Assert.Equal([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(60)], told!.Timeouts.Select(static timeout => timeout.Left));
    }

    [Fact]
    public void A_gtimer_tells_of_its_own_timer()
    {
        var timer = _oven.Create<GTimer>("timer");
        Assert.Empty(timer.Describe().Timeouts);
        timer.Send(new EvSetTimer(TimeSpan.FromSeconds(5)));
        _time.Advance(2000, _app);
        var told = timer.Describe();
        Assert.Equal([new TimeoutDescription("LoopTimer", null, TimeSpan.FromSeconds(3))], told.Timeouts);
        Assert.Equal("Running", told.StateName);
        Assert.Contains(new ParameterValue("Interval", "00:00:05"), told.Parameters);
        Assert.Equal([new SubscriptionDescription("EvTimeout", timer.FullName, _oven.FullName, null, Delivery.Sent, SubscriptionOptions.None, false)], told.Subscribers);
    }

    [Fact]
    public void It_tells_what_it_would_take_as_dispatch_finds_it()
    {
        PermittedEvent[] others = [new("EvStop", Answer.On, null, "Off"), new("EvLook", Answer.On, null, null), new("EvTimeout", Answer.Ignore, null, null)];
        Assert.Equal([new("EvHeat", Answer.On, "IsMuch", "Hot"), new("EvHeat", Answer.On, null, "Warm"), .. others], _oven.Describe().Permitted);

        // A guard without parameters is asked: when it holds, nothing behind it counts.
        _oven.IsClosed = true;
        Assert.Equal([new("EvHeat", Answer.On, null, "Hot"), .. others], _oven.Describe().Permitted);

        // No level around a state takes an event that the state refuses.
        _oven.Send(new EvHeat());
        Assert.Equal([new("EvHeat", Answer.Ignore, null, null), others[0], others[2]], _oven.Describe().Permitted);

        // A guard that throws says no, as it does in dispatch.
        _oven.Send(new EvStop());
        Assert.Equal(others[1..], _oven.Describe().Permitted);
    }

    [Fact]
    public void It_tells_what_waits_in_its_order()
    {
        GObjDescription? told = null;
        _oven.OnLook = oven =>
        {
            oven.OnLook = null;
            oven.TellSelf();
            told = oven.Describe();
        };
        _oven.Send(new EvLook());
        Assert.Equal(["EvHeat", "EvLook", "EvHeat"], told!.Waiting);
        Assert.Empty(_oven.Describe().Waiting);
    }

    [Fact]
    public void It_tells_who_hears_what_and_how()
    {
        var (probe, other) = (_app.Create<Probe>("probe"), _app.Create<Probe>("other"));
        probe.SubscribePosted<EvPing>(other, SubscriptionOptions.Hard);
        probe.SubscribeAs(other, static (in EvPong e) => new EvPing(e.Number), SubscriptionOptions.Once, static (in EvPong _) => true);
        probe.Subscribe<EvPong>(Heard);
        Assert.Equal(
            [
                new SubscriptionDescription("EvPing", probe.FullName, other.FullName, null, Delivery.Posted, SubscriptionOptions.Hard, false),
                new SubscriptionDescription("EvPong", probe.FullName, other.FullName, "EvPing", Delivery.Sent, SubscriptionOptions.Once, true),
                new SubscriptionDescription("EvPong", probe.FullName, "Heard in DescribeTests.It_tells_who_hears_what_and_how", null, Delivery.Called, SubscriptionOptions.None, false),
            ],
            probe.Describe().Subscribers);
        Assert.Equal(probe.Describe().Subscribers.Take(2), other.Describe().Subscriptions);
        Assert.Equal(probe.Describe().Subscribers, probe.Describe().Subscribers);
        probe.UnsubscribeAll();
        Assert.Equal(["EvPing"], probe.Describe().Subscribers.Select(static subscription => subscription.Event));

        static void Heard(GObj publisher, in EvPong e)
        {
        }
    }

    [Fact]
    public void It_tells_parameters_and_one_that_throws_spoils_nothing() => Assert.Equal(
        [("Limit", "250"), ("Fails", "(threw NotSupportedException)"), ("TraceMachine", "Off"), ("Subscriber", "")],
        _oven.Describe().Parameters.Select(static parameter => (parameter.Name, parameter.Text)));

    [Fact]
    public void It_tells_of_children_when_asked()
    {
        _oven.Create<Probe>("first");
        _oven.Create<Probe>("second");
        var plain = _cook.Describe();
        Assert.Equal((1, 0), (plain.ChildCount, plain.Children.Count));
        var told = _app.Describe(recursive: true);
        Assert.Equal("None", told.StateName);
        Assert.Empty(told.States);
        Assert.Equal(["first", "second"], told.Children.Single().Children.Single().Children.Select(static child => child.Name));
        Assert.Contains(told.Statistics, static statistic => statistic is { Name: "Stalls", Value: 0 });
    }

    [Fact]
    public void A_destroyed_gobj_takes_nothing()
    {
        _oven.Destroy();
        var told = _oven.Describe();
        Assert.True(told.IsDestroyed);
        Assert.Equal(("Warm", "oven"), (told.StateName, told.Path));
        Assert.Empty(told.Permitted);
        Assert.Empty(told.Timeouts);
        Assert.Empty(told.Subscribers);
    }

    [Fact]
    public void Another_thread_may_not_ask_while_the_loop_runs()
    {
        Exception? thrown = null;
        _app.PostCallback(() =>
        {
            var thread = new Thread(() => thrown = Record.Exception(() => _oven.Describe()));
            thread.Start();
            thread.Join();
        });
        _app.RunOnce();
        Assert.IsType<GObjException>(thrown);
    }

    [Fact]
    public void A_tree_that_is_deeper_than_the_stack_is_an_exception()
    {
        GObj at = _oven;
        for (var i = 0; i < 3_000; i++)
        {
            at = at.Create<Cook>();
        }

        Exception? thrown = null;
        var thread = new Thread(() => thrown = Record.Exception(() => _oven.Describe(recursive: true)), maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.IsType<GObjException>(thrown);
    }

    [Theory]
    [InlineData("txt")]
    [InlineData("json")]
    public void A_form_is_as_it_was(string form)
    {
        _oven.Create<GTimer>("timer").Send(new EvSetTimer(TimeSpan.FromSeconds(1)));
        var told = _cook.Describe(recursive: true);
        var text = form == "txt" ? told.ToText() : told.ToJson();
        var verified = Path.Combine(RepositoryRoot.Path, "tests", "FsmKit.Tests", "Describing", $"Cook.verified.{form}");
        if (Environment.GetEnvironmentVariable("FSMKIT_ACCEPT_SNAPSHOTS") == "1")
        {
            File.WriteAllText(verified, text);
        }

        Assert.Equal(File.ReadAllText(verified), text);
        Assert.Equal(text, form == "txt" ? _cook.Describe(recursive: true).ToText() : _cook.Describe(recursive: true).ToJson());
    }

    /// <summary>The guide has the schema.</summary>
    [Fact]
    public void Each_key_of_the_json_is_in_the_guide()
    {
        var guide = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "describing.md"));
        var keys = new HashSet<string>(StringComparer.Ordinal);
        _oven.Create<GTimer>("timer").Send(new EvSetTimer(TimeSpan.FromSeconds(1)));
        using var json = JsonDocument.Parse(_cook.Describe(recursive: true).ToJson());
        Collect(json.RootElement, keys);
        Assert.True(keys.Count > 40);
        Assert.All(keys, key => Assert.Contains($"`{key}`", guide, StringComparison.Ordinal));
    }

    private static void Collect(JsonElement element, HashSet<string> keys)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Collect(item, keys);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                keys.Add(property.Name);
                Collect(property.Value, keys);
            }
        }
    }
}
