namespace FsmKit.Testing.Choosing;

/// <summary>Hands unexplored ways from workers that have some to workers that have none. Callable from any thread.</summary>
/// <param name="workers">The number of workers.</param>
internal sealed class SharedWays(int workers)
{
    private readonly object _lock = new();
    private readonly Queue<Ways> _left = [];
    private int _idle;
    private bool _isOver;
    private volatile bool _isWanted;

    /// <summary>True when a worker waits for ways.</summary>
    public bool IsWanted => _isWanted;

    /// <summary>Offers ways to the next worker that asks.</summary>
    public void Put(Ways ways)
    {
        lock (_lock)
        {
            _left.Enqueue(ways);
            _isWanted = _idle > _left.Count;
            Monitor.Pulse(_lock);
        }
    }

    /// <summary>Takes ways, and waits for some if none are offered.</summary>
    /// <returns>The ways; null when no worker has any left, or the search is over.</returns>
    public Ways? Take()
    {
        lock (_lock)
        {
            _idle++;
            while (_left.Count == 0 && !_isOver)
            {
                _isWanted = true;
                if (_idle == workers)
                {
                    End();
                }
                else
                {
                    Monitor.Wait(_lock);
                }
            }

            if (_isOver)
            {
                return null;
            }

            _idle--;
            var ways = _left.Dequeue();
            _isWanted = _idle > _left.Count;
            return ways;
        }
    }

    /// <summary>Ends the search and releases all waiting workers.</summary>
    public void End()
    {
        lock (_lock)
        {
            (_isOver, _isWanted) = (true, false);
            Monitor.PulseAll(_lock);
        }
    }
}
