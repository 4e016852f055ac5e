namespace FsmKit.Net.Listening;

/// <content>The watcher: a service that is notified of connections and then takes them.</content>
internal sealed partial class AcceptQueue
{
    private Action<Exception?>? _watcher;
    private bool _watching;

    /// <summary>Whether an accepted connection can be taken.</summary>
    public bool HasAhead
    {
        get
        {
            lock (_lock)
            {
                return _ahead.Count > 0;
            }
        }
    }

    /// <summary>
    /// Sets the watcher. The watcher is called on any thread: with null when a connection can be taken, with an exception when accepting failed. A
    /// failure ends the watching.
    /// </summary>
    public void TellTo(Action<Exception?> watcher) => _watcher = watcher;

    /// <summary>Starts or stops the watching. After a stop, only a connection that was being accepted at that moment still comes.</summary>
    public void Watch(bool on)
    {
        bool tell;
        lock (_lock)
        {
            _watching = on && !_closed;
            tell = _watching && _ahead.Count > 0;
        }

        if (tell)
        {
            _watcher?.Invoke(null);
        }
        else if (on)
        {
            Accept();
        }
        else
        {
            Rest();
        }
    }

    /// <summary>Takes an accepted connection. Returns false if there is none.</summary>
    public bool TryTake(out AcceptedSocket accepted)
    {
        lock (_lock)
        {
            return _ahead.TryDequeue(out accepted);
        }
    }
}
