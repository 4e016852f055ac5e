using System.Buffers;

namespace FsmKit;

/// <summary>
/// Memory of one pipe. The first block is small, so that many short messages stay in the caches of the processor. While it is in use, further
/// blocks are large, so that a body needs few.
/// </summary>
/// <remarks>
/// Measured with bodies of 1 MiB: some 15 % less CPU time than with small blocks alone. With large blocks alone, short requests on 512 connections
/// take half as much again.
/// </remarks>
internal sealed class PipeMemory(BlockPool pool) : MemoryPool<byte>
{
    private int _used;

    /// <inheritdoc/>
    public override int MaxBufferSize => BlockPool.LargeLength;

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minBufferSize"/> is more than <see cref="MaxBufferSize"/>.</exception>
    public override IMemoryOwner<byte> Rent(int minBufferSize = -1)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minBufferSize, MaxBufferSize);
        var isFurther = Interlocked.Increment(ref _used) > 1;
        return pool.Take(isFurther || minBufferSize > BlockPool.SmallLength).For(this);
    }

    public void Return(Block block)
    {
        Interlocked.Decrement(ref _used);
        pool.Keep(block);
    }

    /// <summary>Does nothing: the pipe returns its blocks, also after its loop has ended.</summary>
    protected override void Dispose(bool disposing)
    {
    }
}
