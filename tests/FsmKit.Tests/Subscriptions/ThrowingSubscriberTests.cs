using Microsoft.Extensions.Logging;
using Xunit;

namespace FsmKit.Tests;

/// <summary>A subscriber that throws in an output event of a gclass of the core: the publisher goes on as if it had not.</summary>
public class ThrowingSubscriberTests
{
    /// <summary>Fails for a new one, which needs its case here.</summary>
    [Fact]
    public void These_are_all_of_them() => Assert.Equal(["GAplic", "GTimer.EvTimeout"], ShippedGClasses.OutputsOf(typeof(GObj).Assembly));

    [Theory, InlineData(false), InlineData(true)]
    public void A_timer_goes_on_and_each_exception_is_told_once(bool isPeriodic)
    {
        const int Rounds = 1_000;
        var (time, log) = (new ManualTime(), new LogLines());
        using var app = new GAplic(new GAplicOptions { Time = time, Logger = log });
        var timer = app.Create<Probe>("owner").Create<GTimer>("timer");
        var heard = 0;
        timer.Subscribe((GObj _, in EvTimeout _) => throw new InvalidTimeZoneException($"not today {heard}"));
        timer.Subscribe((GObj _, in EvTimeout _) => heard++);
        for (var i = 0; i < Rounds; i++)
        {
            if (!isPeriodic || i == 0)
            {
                timer.Send(new EvSetTimer(TimeSpan.FromSeconds(1), Autostart: isPeriodic));
            }

            time.Advance(1000, app);
        }

        var faults = log.From(LogLevel.Error).ToList();
        Assert.Equal((Rounds, Rounds, Rounds), (heard, faults.Count, faults.Distinct().Count()));
        Assert.All(faults, static line => Assert.Contains("A fault in GTimer:timer", line, StringComparison.Ordinal));
        timer.Destroy();
        Assert.Equal(0, app.Timers.Count);
    }
}
