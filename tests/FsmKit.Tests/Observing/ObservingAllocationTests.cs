using System.Diagnostics;
using System.Diagnostics.Metrics;
using Xunit;

namespace FsmKit.Tests.Observing;

/// <summary>Checks that observing allocates nothing: without listeners, and with metrics alone.</summary>
[Collection(nameof(ObservedAlone))]
public sealed class ObservingAllocationTests
{
    [Fact]
    public void Metrics_allocate_nothing_in_any_lane()
    {
        using var app = new GAplic();
        var play = Play(app);
        using var listener = Listen();
        app.RunOnce();
        _measured = 0;
        Assert.Equal(0, Allocation.Of(play));
        Assert.True(_measured > 1_000);
    }

    [Fact]
    public void Without_a_listener_nothing_is_allocated_also_after_one_has_gone()
    {
        using var app = new GAplic();
        var play = Play(app);
        Assert.Equal(0, Allocation.Of(play));
        using (new Exported())
        {
            app.RunOnce();
            play();
        }

        app.RunOnce();
        Assert.Equal(0, Allocation.Of(play));
    }

    [Fact]
    public void A_post_inside_an_activity_allocates_nothing_of_its_own_when_nobody_listens_to_spans()
    {
        using var app = new GAplic();
        var store = app.Create<Store>();
        using var request = new Activity("request").Start();
        Assert.Equal(0, Allocation.Of(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                store.Post(new EvPick(i));
                app.RunOnce();
            }
        }));
    }

    private static long _measured;

    /// <summary>Transitions, refusals, deferrals, timeouts and posts through gobjs of each lane.</summary>
    private static Action Play(GAplic app)
    {
        var (clerk, store, tally) = (app.Create<Clerk>(), app.Create<Store>(), app.Create<Tally>());
        clerk.OnOrder = self =>
        {
            self.Finish();
            self.Pick(store, 1);
        };
        return () =>
        {
            for (var i = 0; i < 100; i++)
            {
                clerk.Send(new EvLater());
                clerk.Send(new EvOrder(2));
                clerk.Send(new EvRest());
                tally.Send(new EvOrder(2));
                tally.Send(new EvRest());
                store.Post(new EvDone());
                app.RunOnce();
            }
        };
    }

    private static MeterListener Listen()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == MachineDiagnostics.MeterName)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>(static (_, _, _, _) => _measured++);
        listener.SetMeasurementEventCallback<int>(static (_, _, _, _) => _measured++);
        listener.SetMeasurementEventCallback<double>(static (_, _, _, _) => _measured++);
        listener.Start();
        return listener;
    }
}
