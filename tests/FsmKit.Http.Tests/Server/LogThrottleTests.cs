using Xunit;

namespace FsmKit.Http.Tests;

public class LogThrottleTests
{
    [Fact]
    public void One_line_per_interval_stands_for_all_of_it()
    {
        var throttle = new LogThrottle(1000);

        Assert.True(throttle.Admits(5, out var count));
        Assert.Equal(1, count);
        Assert.False(throttle.Admits(6, out _));
        Assert.False(throttle.Admits(1004, out _));
        Assert.True(throttle.Admits(1005, out count));
        Assert.Equal(3, count);
    }
}
