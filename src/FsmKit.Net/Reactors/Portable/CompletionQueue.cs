namespace FsmKit.Net;

/// <summary>What has completed on any thread, waiting for the loop; the loop sleeps on it.</summary>
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

    /// <summary>Ends a Take that is going on, or lets the next one return at once.</summary>
    public void Wake()
    {
        lock (_gate)
        {
            _woken = true;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Sleeps until there is something, at most so many milliseconds (-1: no limit). The list lasts until the next Take.</summary>
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
