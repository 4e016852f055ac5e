using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Pauses between attempts to connect.</summary>
public class BackoffTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(BackoffJitter.None, 1, 1)]
    [InlineData(BackoffJitter.Equal, 0.5, 1)]
    [InlineData(BackoffJitter.Full, 0, 1)]
    public void Pauses_are_spread_within_their_share(BackoffJitter jitter, double least, double most)
    {
        var random = new Random(7);
        var pauses = new List<double>();
        for (var i = 0; i < 200; i++)
        {
            pauses.Add(new Backoff().Next(Second, Second, jitter, random).TotalSeconds);
        }

        Assert.All(pauses, pause => Assert.InRange(pause, least, most));
        Assert.InRange(pauses.Min(), least, least + 0.05);
        Assert.InRange(pauses.Max(), most - 0.05, most);
    }

    [Fact]
    public void They_double_to_the_limit_for_ever_and_begin_anew()
    {
        var backoff = new Backoff();
        var pauses = Enumerable.Range(0, 5000).Select(_ => backoff.Next(Second, TimeSpan.FromSeconds(7), BackoffJitter.None, Random.Shared).TotalSeconds).ToList();
        Assert.Equal([1, 2, 4, 7, 7], pauses.Take(5));
        Assert.Equal(7, pauses[^1]);
        backoff.Reset();
        Assert.Equal(Second, backoff.Next(Second, TimeSpan.FromSeconds(7), BackoffJitter.None, Random.Shared));
    }

    [Fact]
    public void They_are_never_nothing_and_never_too_long_for_a_number()
    {
        var backoff = new Backoff();
        for (var i = 0; i < 5000; i++)
        {
            Assert.True(backoff.Next(TimeSpan.Zero, TimeSpan.Zero, BackoffJitter.Full, Random.Shared) > TimeSpan.Zero);
            Assert.True(new Backoff().Next(TimeSpan.MaxValue, TimeSpan.MaxValue, BackoffJitter.None, Random.Shared) > TimeSpan.Zero);
        }
    }
}
