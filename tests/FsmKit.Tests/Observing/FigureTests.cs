using Xunit;

namespace FsmKit.Tests.Observing;

/// <summary>Figures of the meter, with their tags.</summary>
[Collection(nameof(ObservedAlone))]
public sealed class FigureTests : IDisposable
{
    private readonly Exported _exported = new(spans: false);
    private readonly GAplic _app = new("app", new GAplicOptions { Time = new ManualTime(), PostCapacity = 2 });

    public void Dispose()
    {
        _app.Dispose();
        _exported.Dispose();
    }

    [Fact]
    public void Transitions_are_counted_by_gclass_event_and_both_states_in_each_lane()
    {
        var (clerk, store, tally) = (_app.Create<Clerk>("queued"), _app.Create<Store>("nested"), _app.Create<Tally>("direct"));
        clerk.Send(new EvOrder(2));
        clerk.Send(new EvRest());
        store.Send(new EvPick(1));
        store.Send(new EvPick(1));
        store.Send(new EvPick(1));
        tally.Send(new EvOrder(2));
        tally.Send(new EvOrder(2));
        tally.Send(new EvOrder(2));
        ((ManualTime)_app.Time).Advance(1_000, _app);

        Assert.Equal(
            new Dictionary<string, long>
            {
                ["event=EvOrder gclass=Clerk next_state=Serving state=Idle"] = 1,
                ["event=After(1000) gclass=Clerk next_state=Idle state=Serving"] = 1,
                ["event=EvPick gclass=Store next_state=Open state=Shut"] = 1,
                ["event=EvPick gclass=Store next_state=Open state=Open"] = 2,
                ["event=EvOrder gclass=Tally next_state=Odd state=Even"] = 2,
                ["event=EvOrder gclass=Tally next_state=Even state=Odd"] = 1,
            },
            _exported.Points("fsmkit.machine.transitions"));
    }

    [Fact]
    public void Refusals_are_counted_with_their_reason()
    {
        var clerk = _app.Create<Clerk>();
        clerk.OnOrder = static self =>
        {
            self.Finish();
            self.Finish();
            self.Finish();
        };
        clerk.Send(new EvDone());
        clerk.Send(new EvOrder(2));
        Assert.Equal(Outcome.Queued, clerk.Post(new EvRest()));
        Assert.Equal(Outcome.Queued, clerk.Post(new EvRest()));
        Assert.Equal(Outcome.Refused, clerk.Post(new EvRest()));

        // Of three events to itself two have room, and the second one finds another state.
        Assert.Equal(
            new Dictionary<string, long>
            {
                ["event=EvDone gclass=Clerk reason=NoRow state=Idle"] = 2,
                ["event=EvDone gclass=Clerk reason=QueueFull state=Serving"] = 1,
                ["event=EvRest gclass=Clerk reason=LoopFull state=Idle"] = 1,
            },
            _exported.Points("fsmkit.machine.refusals"));
    }

    [Fact]
    public void Deferrals_and_the_depths_of_queues_are_measured()
    {
        var clerk = _app.Create<Clerk>();
        clerk.Post(new EvLater());
        clerk.Post(new EvLater());
        _app.RunOnce();

        Assert.Equal(2, _exported.Points("fsmkit.machine.deferrals")["event=EvLater gclass=Clerk state=Idle"]);
        Assert.Equal(2, _exported.Points("fsmkit.machine.queue.depth")["gclass=Clerk"]);
        Assert.Equal(1, _exported.Points("fsmkit.loop.queue.depth")[""]);
    }

    [Fact]
    public void Faults_are_counted_once_where_they_come_from()
    {
        var (clerk, store, tally) = (_app.Create<Clerk>(), _app.Create<Store>(), _app.Create<Tally>());
        clerk.OnOrder = self => store.Send(new EvBreak());
        store.EntryThrows = true;
        Assert.Throws<NotSupportedException>(() => clerk.Send(new EvOrder(2)));
        Assert.Equal(Outcome.Refused, tally.Send(new EvOrder(0)));

        Assert.Equal(
            new Dictionary<string, long>
            {
                ["error.type=System.NotSupportedException event=EvBreak gclass=Store state=Shut"] = 1,
                ["error.type=System.InvalidOperationException event=EvBreak gclass=Store state=Shut"] = 1,
                ["error.type=System.DivideByZeroException gclass=Tally state=Even"] = 1,
            },
            _exported.Points("fsmkit.machine.faults"));
    }

    [Fact]
    public void Handling_is_timed_by_the_loops_clock_with_what_it_causes_by_outcome()
    {
        var time = (ManualTime)_app.Time;
        var (clerk, store) = (_app.Create<Clerk>(), _app.Create<Store>());
        store.OnPick = _ => time.Advance(TimeSpan.FromSeconds(2));
        clerk.OnOrder = self => self.Pick(store, 1);
        clerk.Send(new EvOrder(2));
        clerk.Send(new EvRest());
        clerk.Send(new EvDone());
        Assert.Throws<NotSupportedException>(() => clerk.Send(new EvBreak()));

        Assert.Equal(
            new Dictionary<string, long>
            {
                ["event=EvOrder gclass=Clerk outcome=Handled state=Idle"] = 1,
                ["event=EvPick gclass=Store outcome=Handled state=Shut"] = 1,
                ["event=EvRest gclass=Clerk outcome=Ignored state=Serving"] = 1,
                ["event=EvDone gclass=Clerk outcome=Handled state=Serving"] = 1,
                ["error.type=System.NotSupportedException event=EvBreak gclass=Clerk outcome=Fault state=Idle"] = 1,
            },
            _exported.Points("fsmkit.machine.handling.duration"));
        var sum = 0.0;
        foreach (var point in _exported.Collect().Single(static metric => metric.Name == "fsmkit.machine.handling.duration").MetricPoints)
        {
            sum += point.GetHistogramSum();
        }

        Assert.Equal(4, sum);
    }

    [Fact]
    public void No_tag_is_the_name_of_a_gobj_and_each_instrument_has_a_unit_and_says_what_it_is()
    {
        var clerk = _app.Create<Clerk>("somebody");
        clerk.Send(new EvLater());
        clerk.Send(new EvOrder(2));
        clerk.Send(new EvOrder(2));
        clerk.Post(new EvRest());
        _app.RunOnce();

        var metrics = _exported.Collect();
        Assert.All(metrics, static metric => Assert.True(metric.Unit != "" && metric.Description != "" && metric.MeterName == "FsmKit"));
        Assert.DoesNotContain(metrics.SelectMany(metric => _exported.Points(metric.Name).Keys), static tags => tags.Contains("somebody", StringComparison.Ordinal));
    }
}
