namespace FsmKit.Net.Listening;

/// <content>The side of a service, which asks for no connection in particular but is told whenever there is one.</content>
internal sealed partial class AcceptQueue
{
    private Action<Exception?>? _watcher;
    private bool _watching;

    /// <summary>Whether a connection can be taken.</summary>
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
    /// Who is told, on any thread, that a connection can be taken (null) or that accepting failed, which ends the watching.
    /// </summary>
    public void TellTo(Action<Exception?> watcher) => _watcher = watcher;

    /// <summary>Asks for a connection, or for none; after that, only what was being accepted at that moment still comes.</summary>
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

    /// <summary>A connection that has been accepted, if there is one.</summary>
    public bool TryTake(out AcceptedSocket accepted)
    {
        lock (_lock)
        {
            return _ahead.TryDequeue(out accepted);
        }
    }
}
