using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Memory that stays when output that waited is gone.</summary>
public class RetainedTests
{
    [Fact]
    public void A_long_array_is_nobody_s_after_its_use()
    {
        var arrays = Enumerable.Range(0, 64).Select(static _ => Use(PooledBytes.LargestPooled + 1)).ToList();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        // One may still be on the stack.
        Assert.InRange(arrays.Count(static array => array.IsAlive), 0, 1);
    }

    [Fact]
    public void A_short_one_goes_back_to_the_pool()
    {
        var first = Use(1000).Target;
        Assert.NotNull(first);
        Assert.Same(first, Use(1000).Target);
    }

    private static WeakReference Use(int length)
    {
        var bytes = default(PooledBytes);
        bytes.Add(new byte[length]);
        var array = new WeakReference(bytes.Segment.Array);
        bytes.Skip(length);
        return array;
    }
}
