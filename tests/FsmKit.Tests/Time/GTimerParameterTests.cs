using FsmKit.TestShared;
using Xunit;

namespace FsmKit.Tests;

/// <summary>The parameters of GinsFSM's GTimer.</summary>
public sealed class GTimerParameterTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public void Each_of_the_ancestors_is_one()
    {
        using var app = App();
        var timer = app.Create<GTimer>("timer");

        Assert.All(["subscriber", "timeout_event_name", "seconds", "autostart"], name => timer.ReadParameter(name));
    }

    [Fact]
    public void Seconds_are_the_interval_in_whole_seconds_and_minus_one_is_none()
    {
        using var app = App();
        var timer = app.Create<GTimer>("timer");
        Assert.Equal("-1", timer.ReadParameter("seconds"));

        timer.WriteParameter("seconds", "90");
        Assert.Equal(TimeSpan.FromSeconds(90), timer.Interval);
        timer.Interval = TimeSpan.FromSeconds(1.5);
        Assert.Equal(1, timer.Seconds);
        Assert.Throws<ParameterException>(() => timer.Seconds = -2);
        timer.Seconds = -1;
        Assert.Equal(Timeout.InfiniteTimeSpan, timer.Interval);
    }

    [Theory]
    [InlineData("1.5", 1_500)]
    [InlineData(" 2 ", 2_000)]
    [InlineData("00:00:03", 3_000)]
    public void A_time_that_is_a_plain_number_is_in_seconds(string text, int milliseconds)
    {
        using var app = App();
        var timer = app.Create<GTimer>("timer");
        timer.WriteParameter("interval", text);

        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), timer.Interval);
        foreach (var bad in new[] { "NaN", "1e300", "99999999999999999999", "-5", "soon" })
        {
            Assert.Throws<ParameterException>(() => timer.WriteParameter("interval", bad));
        }
    }

    [Fact]
    public void Its_event_can_be_renamed_and_suppressed()
    {
        using var app = App();
        var parent = app.Create<Probe>("parent");
        var renamed = parent.Create<GTimer>("renamed", static timer => timer.TimeoutEventName = EventName.As((in EvTimeout _) => new EvPong(7)));
        var silent = parent.Create<GTimer>("silent", static timer => timer.WriteParameter("timeout_event_name", ""));
        renamed.Send(new EvSetTimer(TimeSpan.FromSeconds(1)));
        silent.Send(new EvSetTimer(TimeSpan.FromSeconds(1)));
        _time.Advance(TimeSpan.FromSeconds(1));
        while (app.RunOnce())
        {
        }

        Assert.Contains("7", Assert.Single(parent.Got), StringComparison.Ordinal);
    }

    private GAplic App() => new("app", new GAplicOptions { Time = _time });
}
