using System.Diagnostics;
using Xunit;

namespace FsmKit.Tests.Observing;

/// <summary>Spans of events in a trace.</summary>
[Collection(nameof(ObservedAlone))]
public sealed class SpanTests : IDisposable
{
    private readonly Exported _exported = new(metrics: false);
    private readonly GAplic _app = new("app", new GAplicOptions { Time = new ManualTime() });

    public void Dispose()
    {
        _app.Dispose();
        _exported.Dispose();
    }

    [Fact]
    public void A_send_from_outside_is_a_span_with_its_transition_in_each_lane()
    {
        _app.Create<Clerk>("queued").Send(new EvOrder(2));
        _app.Create<Store>("nested").Send(new EvPick(2));
        _app.Create<Tally>("direct").Send(new EvOrder(2));

        Assert.Equal(["Clerk EvOrder", "Store EvPick", "Tally EvOrder"], _exported.Names);
        Assert.All(_exported.Spans, static span => Assert.Equal((default, ActivityKind.Internal), (span.ParentSpanId, span.Kind)));
        Assert.Equal("gclass=Tally event=EvOrder state=Even next_state=Odd outcome=Handled", Exported.Text(_exported.Spans[2].TagObjects));
        Assert.Equal(
            [
                "fsmkit.transition gclass=Clerk event=EvOrder state=Idle next_state=Serving",
                "fsmkit.transition gclass=Store event=EvPick state=Shut next_state=Open",
                "fsmkit.transition gclass=Tally event=EvOrder state=Even next_state=Odd",
            ],
            _exported.Spans.SelectMany(Exported.EventsOf));
        Assert.NotEqual("", _exported.Spans[0].Source.Version);
    }

    [Fact]
    public void A_lane_that_forgets_the_bits_of_its_gate_is_told_again_and_again()
    {
        var tally = _app.Create<Tally>();
        for (var i = 0; i < 4; i++)
        {
            tally.Send(new EvOrder(2));
        }

        Assert.Equal(4, _exported.Spans.Count);
    }

    [Fact]
    public void A_send_from_outside_is_a_child_of_the_activity_of_the_sender()
    {
        var tally = _app.Create<Tally>();
        using var request = Exported.Begin("request");
        tally.Send(new EvOrder(2));
        Assert.Same(request, Activity.Current);
        Assert.Equal(request.SpanId, _exported.Spans.Single().ParentSpanId);
    }

    [Fact]
    public void A_post_is_a_child_of_the_activity_that_it_was_posted_in_although_that_has_ended()
    {
        var store = _app.Create<Store>();
        using (var request = Exported.Begin("request"))
        {
            request.AddBaggage("tenant", "old").AddBaggage("tenant", "north");
            store.Post(new EvPick(1));
        }

        store.Post(new EvPick(2));
        using var other = Exported.Begin("other");
        _app.RunOnce();

        var (first, second) = (_exported.Spans[0], _exported.Spans[1]);
        var posted = _exported.All.Single(static span => span.DisplayName == "request");
        Assert.Equal((posted.TraceId, posted.SpanId, "north"), (first.TraceId, first.ParentSpanId, first.GetBaggageItem("tenant")));
        Assert.Null(first.Parent);
        Assert.Equal(default, second.ParentSpanId);
        Assert.Same(other, Activity.Current);
    }

    [Fact]
    public void A_post_between_two_gobjs_is_a_child_of_the_span_that_it_was_posted_in()
    {
        var store = _app.Create<Store>();
        var clerk = _app.Create<Clerk>("clerk", clerk => clerk.OnOrder = self => self.PostPick(store, 1));
        using var request = Exported.Begin("request");
        clerk.Post(new EvOrder(2));
        _app.RunOnce();
        _app.RunOnce();

        var (order, pick) = (_exported.Span("Clerk EvOrder"), _exported.Span("Store EvPick"));
        Assert.Equal((request.SpanId, order.SpanId), (order.ParentSpanId, pick.ParentSpanId));
        Assert.Equal(request.TraceId, pick.TraceId);
        Assert.Equal(pick.SpanId, store.Current?.SpanId);
    }

    [Fact]
    public void Posts_keep_their_order_whether_they_were_posted_in_an_activity_or_not()
    {
        var order = new List<int>();
        var (store, next) = (_app.Create<Store>(), 0);
        store.OnPick = _ => order.Add(next++);
        store.Post(new EvPick(1));
        using (Exported.Begin("request"))
        {
            store.Post(new EvPick(2));
            store.Post(new EvPick(3));
        }

        store.Post(new EvPick(4));
        _app.RunOnce();
        Assert.Equal(
            [false, true, true, false],
            _exported.Spans.Select(static span => span.ParentSpanId != default));
        Assert.Equal([0, 1, 2, 3], order);
    }

    [Fact]
    public void What_an_event_causes_at_once_are_events_of_its_span()
    {
        var store = _app.Create<Store>();
        var clerk = _app.Create<Clerk>();
        clerk.OnOrder = self =>
        {
            self.Finish();
            self.Pick(store, 1);
        };
        clerk.Send(new EvOrder(2));

        Assert.Equal(
            [
                "fsmkit.transition gclass=Store event=EvPick state=Shut next_state=Open",
                "fsmkit.transition gclass=Clerk event=EvDone state=Serving next_state=Idle",
                "fsmkit.transition gclass=Clerk event=EvOrder state=Idle next_state=Idle",
            ],
            Exported.EventsOf(_exported.Spans.Single()));
    }

    [Fact]
    public void An_event_in_an_activity_of_the_action_is_a_child_of_that()
    {
        var store = _app.Create<Store>();
        var clerk = _app.Create<Clerk>();
        clerk.OnOrder = self =>
        {
            using (Exported.Begin("load"))
            {
                self.Pick(store, 1);
            }

            self.Pick(store, 2);
        };
        clerk.Send(new EvOrder(2));

        var (order, pick) = (_exported.Span("Clerk EvOrder"), _exported.Span("Store EvPick"));
        var load = _exported.All.Single(static span => span.DisplayName == "load");
        Assert.Equal((load.SpanId, order.SpanId), (pick.ParentSpanId, load.ParentSpanId));
        Assert.Equal(["EvPick", "EvOrder"], order.Events.Select(static e => e.Tags.Single(static tag => tag.Key == "fsmkit.event").Value));
    }

    [Fact]
    public void Timeouts_begin_traces_of_their_own()
    {
        using var request = Exported.Begin("request");
        var time = (ManualTime)_app.Time;
        var (clerk, store) = (_app.Create<Clerk>(), _app.Create<Store>());
        clerk.Send(new EvOrder(2));
        store.Send(new EvPick(2));
        store.Remind(500);
        time.Advance(500, _app);
        time.Advance(500, _app);

        Assert.Equal(["Clerk EvOrder", "Store EvPick", "Store EvDone", "Clerk After(1000)"], _exported.Names);
        Assert.All(_exported.Spans.Skip(2), static span => Assert.Equal(default, span.ParentSpanId));
        Assert.Equal("Idle", clerk.StateName);
    }

    [Fact]
    public void The_end_of_work_is_a_child_of_the_span_that_has_started_it()
    {
        var loader = _app.Create<Works.Loader>();
        loader.Send(new Works.EvLoad());
        loader.Runs[0].Source.SetResult(7);
        _app.RunOnce();

        Assert.Equal(_exported.Span("Loader EvLoad").SpanId, _exported.Span("Loader EvLoaded").ParentSpanId);
        Assert.Equal("Idle", loader.StateName);
    }

    [Fact]
    public void Answers_without_a_row_are_told_by_their_outcome()
    {
        var clerk = _app.Create<Clerk>();
        clerk.Send(new EvRest());
        clerk.Send(new EvDone());
        clerk.Send(new EvLater());
        clerk.Send(new EvOrder(2));

        Assert.Equal(["Ignored", "Refused", "Deferred", "Handled"], _exported.Spans.Select(static span => span.GetTagItem("fsmkit.outcome")));
        Assert.Equal(
            [
                "fsmkit.refusal gclass=Clerk event=EvDone state=Idle",
                "fsmkit.deferral gclass=Clerk event=EvLater state=Idle",
                "fsmkit.transition gclass=Clerk event=EvLater state=Serving next_state=Serving",
                "fsmkit.transition gclass=Clerk event=EvOrder state=Idle next_state=Serving",
            ],
            _exported.Spans.SelectMany(Exported.EventsOf));
        Assert.All(_exported.Spans, static span => Assert.Equal(ActivityStatusCode.Unset, span.Status));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_fault_is_an_error_of_the_span_and_its_exception_is_told_once(bool entryThrows)
    {
        var store = _app.Create<Store>("s", store => store.EntryThrows = entryThrows);
        var clerk = _app.Create<Clerk>();
        clerk.OnOrder = self => store.Send(new EvBreak());
        Assert.Throws<NotSupportedException>(() => clerk.Send(new EvOrder(2)));
        Assert.Null(Activity.Current);

        var span = _exported.Spans.Single();
        Assert.Equal((ActivityStatusCode.Error, "on purpose"), (span.Status, span.StatusDescription));
        Assert.Equal(("Fault", "System.NotSupportedException"), (span.GetTagItem("fsmkit.outcome"), span.GetTagItem("error.type")));
        Assert.Equal(entryThrows ? 2 : 1, span.Events.Count(static e => e.Name == "exception"));
    }

    [Fact]
    public void A_request_in_another_thread_is_the_parent_of_what_it_posts_to_a_loop_that_sleeps()
    {
        using var app = new GAplic();
        using var got = new ManualResetEventSlim();
        var store = app.Create<Store>("store", store => store.OnPick = _ => got.Set());
        var loop = new Thread(() => app.Run());
        loop.Start();
        using var request = Exported.Begin("request");
        store.Post(new EvPick(1));
        Assert.True(got.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        app.Stop();
        Assert.True(loop.Join(TimeSpan.FromSeconds(30)));

        Assert.Equal(request.SpanId, _exported.Span("Store EvPick").ParentSpanId);
    }
}
