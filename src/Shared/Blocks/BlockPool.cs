namespace FsmKit;

/// <summary>
/// Unused memory of the pipes of one loop or server, in blocks of two lengths. The block used last is used next, while the caches of the processor still have
/// its bytes. Callable from any thread.
/// </summary>
internal sealed class BlockPool
{
    /// <summary>Length in bytes of a small block, which takes a request or a short response.</summary>
    public const int SmallLength = 4 * 1024;

    /// <summary>Length in bytes of a large block, which takes a part of a body.</summary>
    public const int LargeLength = 64 * 1024;

    // What is kept for the next burst, 12 MiB at most. Further blocks are left to the garbage collector.
    private readonly Shelf _small = new(SmallLength, 1024);
    private readonly Shelf _large = new(LargeLength, 128);

    public Block Take(bool isLarge) => (isLarge ? _large : _small).Take();

    public void Keep(Block block) => (block.Length == LargeLength ? _large : _small).Keep(block);

    private sealed class Shelf(int length, int most)
    {
        private readonly Lock _lock = new();
        private readonly Stack<Block> _blocks = new();

        public Block Take()
        {
            lock (_lock)
            {
                if (_blocks.TryPop(out var block))
                {
                    return block;
                }
            }

            return new Block(length);
        }

        public void Keep(Block block)
        {
            lock (_lock)
            {
                if (_blocks.Count < most)
                {
                    _blocks.Push(block);
                }
            }
        }
    }
}
