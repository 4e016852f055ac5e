using Xunit;

namespace FsmKit.Tests.Recordings;

/// <summary>Checks that recording allocates nothing where there is no recorder, also after one has gone.</summary>
[Collection(nameof(AllocationTests))]
public sealed class RecordingAllocationTests
{
    [Fact]
    public void Without_a_recorder_nothing_is_allocated_also_after_one_has_gone()
    {
        using var app = new GAplic();
        var basket = app.Create<Basket>();
        Action play = () =>
        {
            for (var i = 0; i < 100; i++)
            {
                basket.Send(new EvPut(1));
                basket.Wait(1);
                basket.Post(new EvTick());
                app.RunOnce();
            }
        };
        Assert.Equal(0, Allocation.Of(play));
        using (var recorder = Recorder.Attach(basket))
        {
            play();
            Assert.True(recorder.Count > 100);
        }

        app.RunOnce();
        Assert.Equal(0, Allocation.Of(play));
    }
}
