using Xunit;

namespace FsmKit.Http.Tests;

public class PipeMemoryTests
{
    private readonly BlockPool _pool = new();

    [Fact]
    public void The_first_block_is_small_and_further_ones_are_large_while_it_is_in_use()
    {
        var memory = new PipeMemory(_pool);
        var first = memory.Rent(BlockPool.SmallLength);
        var second = memory.Rent(BlockPool.SmallLength);
        Assert.Equal((BlockPool.SmallLength, BlockPool.LargeLength), (first.Memory.Length, second.Memory.Length));

        first.Dispose();
        second.Dispose();
        Assert.Equal(BlockPool.SmallLength, memory.Rent().Memory.Length);
    }

    [Fact]
    public void A_block_is_as_long_as_was_asked_for()
    {
        var memory = new PipeMemory(_pool);
        Assert.Equal(BlockPool.LargeLength, memory.Rent(BlockPool.SmallLength + 1).Memory.Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => memory.Rent(memory.MaxBufferSize + 1));
    }

    [Fact]
    public void The_block_used_last_is_used_next_by_any_pipe()
    {
        var (first, second) = (new PipeMemory(_pool).Rent(), new PipeMemory(_pool).Rent());
        first.Dispose();
        second.Dispose();
        Assert.Same(second, new PipeMemory(_pool).Rent());
        Assert.Same(first, new PipeMemory(_pool).Rent());
    }

    [Fact]
    public void A_block_that_is_disposed_twice_is_not_used_by_two_pipes()
    {
        var block = new PipeMemory(_pool).Rent();
        block.Dispose();
        block.Dispose();
        Assert.Same(block, new PipeMemory(_pool).Rent());
        Assert.NotSame(block, new PipeMemory(_pool).Rent());
    }
}
