using System.Diagnostics;
using System.Diagnostics.Metrics;
using FsmKit.CompilerServices;
using Xunit;

namespace FsmKit.Tests.Observing;

/// <summary>Listeners come and go, in any thread; some of them throw.</summary>
[Collection(nameof(ObservedAlone))]
public sealed class ListenerTests
{
    private static readonly string[] Instruments =
    [
        "fsmkit.machine.transitions", "fsmkit.machine.refusals", "fsmkit.machine.deferrals", "fsmkit.machine.faults", "fsmkit.machine.handling.duration",
        "fsmkit.machine.queue.depth", "fsmkit.loop.queue.depth",
    ];

    [Fact]
    public void A_listener_that_comes_while_the_loop_sleeps_hears_the_next_event_of_old_and_new_gobjs_until_it_goes()
    {
        using var app = new GAplic();
        using var got = new SemaphoreSlim(0);
        var store = app.Create<Clerk>("parent").Create<Store>("store", store => store.OnPick = _ => got.Release());
        var loop = new Thread(() => app.Run());
        loop.Start();
        Pass();
        using (var exported = new Exported())
        {
            Pass();
            app.PostCallback(() => app.Create<Tally>("new").Send(new EvOrder(2)));
            Pass();
            Assert.Equal(["Store EvPick", "Store EvPick", "Tally EvOrder"], exported.Names.Order());
            Assert.Equal(3, exported.Points("fsmkit.machine.transitions").Values.Sum());
        }

        using var later = new Exported(metrics: false);
        later.Dispose();
        Pass();
        app.Stop();
        Assert.True(loop.Join(TimeSpan.FromSeconds(30)));
        Assert.Empty(later.Spans);
        Assert.Equal(0, Observed(store));

        void Pass()
        {
            store.Post(new EvPick(1));
            Assert.True(got.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));

            // The span ends after the action: the next post is behind the span.
            app.PostCallback(() => got.Release());
            Assert.True(got.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public void The_whole_tree_is_told_and_told_again_when_the_last_listener_has_gone()
    {
        using var app = new GAplic();
        var root = app.Create<Tally>();
        List<Tally> all = [root, root.Create<Tally>(), root.Create<Tally>(), app.Create<Tally>()];
        all.Add(all[1].Create<Tally>());
        all.Add(all[4].Create<Tally>());
        all.Add(all[2].Create<Tally>());
        using (new Exported(spans: false))
        {
            using (new Exported(metrics: false))
            {
                app.RunOnce();
                Assert.All(all, static tally => Assert.NotEqual(0, Observed(tally)));
            }

            app.RunOnce();
            Assert.All(all, static tally => Assert.NotEqual(0, Observed(tally)));
        }

        app.RunOnce();
        Assert.All(all, static tally => Assert.Equal(0, Observed(tally)));
    }

    [Fact]
    public void A_listener_to_any_single_instrument_is_noticed()
    {
        foreach (var name in Instruments)
        {
            using var app = new GAplic();
            var tally = app.Create<Tally>();
            using var listener = new MeterListener { InstrumentPublished = (instrument, listener) => Listen(instrument, listener, name) };
            listener.Start();
            app.RunOnce();
            Assert.NotEqual(0, Observed(tally));
        }

        static void Listen(Instrument instrument, MeterListener listener, string name)
        {
            if (instrument.Name == name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        }
    }

    [Fact]
    public void What_listeners_throw_reaches_no_machine()
    {
        using var spans = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == MachineDiagnostics.ActivitySourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = static span => throw new NotSupportedException($"a listener to {span.DisplayName}"),
            ActivityStopped = static span => throw new NotSupportedException($"a listener to {span.DisplayName}"),
        };
        ActivitySource.AddActivityListener(spans);
        using var meters = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == MachineDiagnostics.MeterName)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        meters.SetMeasurementEventCallback<long>(static (_, _, _, _) => throw new NotSupportedException("a counter's listener"));
        meters.SetMeasurementEventCallback<int>(static (_, _, _, _) => throw new NotSupportedException("a depth's listener"));
        meters.SetMeasurementEventCallback<double>(static (_, _, _, _) => throw new NotSupportedException("a duration's listener"));
        meters.Start();

        var log = new LogLines();
        using var app = new GAplic(new GAplicOptions { Logger = log, PostCapacity = 1 });
        var clerk = app.Create<Clerk>();
        Assert.Equal(Outcome.Refused, clerk.Send(new EvDone()));
        Assert.Equal(Outcome.Deferred, clerk.Send(new EvLater()));
        Assert.Equal(Outcome.Handled, clerk.Send(new EvOrder(2)));
        Assert.Equal(Outcome.Queued, clerk.Post(new EvDone()));
        Assert.Equal(Outcome.Refused, clerk.Post(new EvDone()));
        app.RunOnce();
        Assert.Equal("Idle", clerk.StateName);
        Assert.Throws<NotSupportedException>(() => clerk.Send(new EvBreak()));
        Assert.DoesNotContain(log.Lines, static line => line.Contains("listener", StringComparison.Ordinal));
        Assert.Null(Activity.Current);
    }

    [Fact]
    public void A_gobj_that_is_traced_and_observed_is_both()
    {
        var log = new LogLines();
        using var exported = new Exported(metrics: false);
        using var app = new GAplic(new GAplicOptions { Logger = log, Time = new ManualTime() });
        var tally = app.Create<Tally>("t");
        tally.TraceMachine = MachineTraceLevel.Events;
        tally.Send(new EvOrder(2));
        tally.TraceMachine = MachineTraceLevel.Off;
        tally.Send(new EvOrder(2));

        Assert.Single(log.Lines, static line => line.Contains("-> mach", StringComparison.Ordinal));
        Assert.Equal(2, exported.Spans.Count);
    }

    /// <summary>The bit of the gate, which descriptions do not show.</summary>
    private static int Observed(GObj gobj) => MachineGate.Observed & (int)typeof(GObj)
        .GetField("Gate", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!.GetValue(gobj)!;
}
