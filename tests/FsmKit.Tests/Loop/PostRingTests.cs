using FsmKit.TestShared;
using Xunit;

namespace FsmKit.Tests;

/// <summary>Checks that the queue under posts behaves as a plain queue with the same input.</summary>
public class PostRingTests
{
    [Theory]
    [InlineData(0u)]
    [InlineData(uint.MaxValue - 3)]
    [InlineData(uint.MaxValue - 500)]
    public void Whatever_is_added_reserved_and_taken_comes_out_in_order(uint start)
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var ring = new PostRing<string>(start);
            var queue = new Queue<string>();
            for (var step = 0; step < 2_000; step++)
            {
                switch (random.Next(6))
                {
                    case 0 or 1 or 2:
                        Add(ref ring, queue, $"{step}");
                        break;
                    case 3:
                        ring.Reserve(random.Next(40));
                        break;
                    default:
                        for (var left = random.Next(6); left > 0 && queue.Count > 0; left--)
                        {
                            Assert.Equal(queue.Dequeue(), ring.Take());
                            ring.Free();
                        }

                        break;
                }

                Assert.Equal(queue.Count, ring.Count);
            }
        }
    }

    [Fact]
    public void Adding_what_was_reserved_and_taking_it_allocates_nothing()
    {
        var ring = new PostRing<string>(uint.MaxValue - 100);
        ring.Reserve(64);
        var queue = new Queue<string>(64);
        Assert.Equal(0, Allocation.Of(() =>
        {
            for (var i = 0; i < 1_000; i++)
            {
                for (var j = 0; j < 40; j++)
                {
                    Add(ref ring, queue, "x");
                }

                for (; queue.Count > 0; queue.Dequeue())
                {
                    _ = ring.Take();
                    ring.Free();
                }
            }
        }));
    }

    private static void Add(ref PostRing<string> ring, Queue<string> queue, string item)
    {
        ring.Reserve(1);
        ring.Add() = item;
        queue.Enqueue(item);
    }
}
