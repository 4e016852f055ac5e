namespace FsmKit.Net;

/// <summary>Queue of operations that completed on any thread. The loop sleeps on the queue and serves them.</summary>
internal sealed class CompletionQueue
{
    private readonly object _gate = new();
    private List<ICompletion> _arriving = [];
    private List<ICompletion> _taken = [];
    private bool _woken;

    public void Add(ICompletion completion)
    {
        lock (_gate)
        {
            _arriving.Add(completion);
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Ends a sleeping Take, or makes the next one return at once. Callable from any thread.</summary>
    public void Wake()
    {
        lock (_gate)
        {
            _woken = true;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>
    /// Sleeps until the queue has a completion, at most <paramref name="milliseconds"/>; 0 does not sleep, -1 has no limit. The list is valid until
    /// the next Take.
    /// </summary>
    public List<ICompletion> Take(int milliseconds)
    {
        lock (_gate)
        {
            if (_arriving.Count == 0 && !_woken && milliseconds != 0)
            {
                Monitor.Wait(_gate, milliseconds);
            }

            _woken = false;
            _taken.Clear();
            (_arriving, _taken) = (_taken, _arriving);
            return _taken;
        }
    }
}
