using Xunit;

namespace FsmKit.Net.Tests;

public class PooledBytesTests
{
    [Fact]
    public void It_begins_with_the_size_that_was_asked_for_and_holds_nothing_when_empty()
    {
        var buffer = default(PooledBytes);
        Assert.Equal(0, buffer.Capacity);
        buffer.Add("x"u8, 100_000);
        Assert.InRange(buffer.Capacity, 100_000, 200_000);
        buffer.Skip(1);
        Assert.Equal(0, buffer.Capacity);
    }

    [Fact]
    public void What_goes_in_comes_out_in_order_however_it_grows_and_shrinks()
    {
        var random = new Random(7);
        var buffer = default(PooledBytes);
        var (added, removed) = (0, 0);
        for (var i = 0; i < 10_000; i++)
        {
            var more = new byte[random.Next(0, 300)];
            for (var at = 0; at < more.Length; at++)
            {
                more[at] = (byte)added++;
            }

            buffer.Add(more, 16);
            var less = random.Next(0, buffer.Count + 1);
            foreach (var one in buffer.Span[..less])
            {
                Assert.Equal((byte)removed++, one);
            }

            buffer.Skip(less);
            Assert.Equal(added - removed, buffer.Count);
        }
    }

    /// <summary>A longer array would be allocated anew each time.</summary>
    [Fact]
    public void It_grows_beyond_the_arrays_of_the_pool_only_when_it_must()
    {
        var buffer = default(PooledBytes);
        buffer.Add(new byte[200], 16);
        buffer.Add(new byte[70_000], 16);
        Assert.Equal(PooledBytes.LargestPooled, buffer.Capacity);
        buffer.Add(new byte[70_000], 16);
        Assert.InRange(buffer.Capacity, 280_400, 300_000);
    }

    [Fact]
    public void What_is_put_in_front_comes_out_first()
    {
        var buffer = default(PooledBytes);
        buffer.AddFirst("c"u8);
        buffer.AddFirst("ab"u8);
        buffer.AddFirst(default);
        buffer.Add("d"u8);
        Assert.Equal("abcd"u8, buffer.Span);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    public void More_than_there_is_cannot_be_skipped(int count)
    {
        var buffer = default(PooledBytes);
        buffer.Add("ab"u8);
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Skip(count));
        Assert.Equal("ab"u8, buffer.Span);
    }
}
