namespace FsmKit.TestShared;

/// <summary>Takes all memory that the managed heap has left, down to the smallest object, and gives it back. The heap should have a hard limit.</summary>
internal sealed class MemoryHog
{
    private const int TriesInARow = 10;
    private static readonly int[] Sizes = [1 << 20, 1 << 16, 1 << 12, 1 << 8, 16];
    private byte[]?[] _taken = [];
    private int _count;

    /// <summary>Number of blocks.</summary>
    public int Count => _count;

    public void Take()
    {
        _taken = new byte[1 << 20][];

        // A block that fails once may fit after the next collection.
        for (var before = -1; before != _count;)
        {
            before = _count;
            foreach (var size in Sizes)
            {
                TakeAll(size);
            }
        }
    }

    public void GiveBack() => (_taken, _count) = ([], 0);

    private void TakeAll(int size)
    {
        for (var failed = 0; failed < TriesInARow && _count < _taken.Length;)
        {
            try
            {
                _taken[_count] = new byte[size];
                _count++;
            }
            catch (OutOfMemoryException)
            {
                failed++;
            }
        }
    }
}
