namespace FsmKit.Net;

/// <summary>
/// Connections that other loops hand to a worker, until the worker takes them. The inbox closes the remaining sockets when the worker is
/// destroyed.
/// </summary>
/// <remarks>Also counts the worker's load, which other loops compare. Callable from any thread.</remarks>
internal sealed class Inbox
{
    private readonly Lock _lock = new();
    private readonly HashSet<Parcel> _waiting = [];
    private int _load;
    private bool _isClosed;

    /// <summary>Number of connections of the worker, including those on their way.</summary>
    public int Load => Volatile.Read(ref _load);

    public bool IsClosed => Volatile.Read(ref _isClosed);

    public void Gain() => Interlocked.Increment(ref _load);

    public void Lose() => Interlocked.Decrement(ref _load);

    /// <summary>Adds a connection. Returns false if the worker is destroyed.</summary>
    public bool TryPut(Parcel parcel)
    {
        lock (_lock)
        {
            if (_isClosed)
            {
                return false;
            }

            _waiting.Add(parcel);
        }

        Gain();
        return true;
    }

    /// <summary>
    /// Removes a connection. Returns true to the first caller only: the worker, or the loop that handed it over and whose post was refused.
    /// </summary>
    public bool TryTake(Parcel parcel)
    {
        lock (_lock)
        {
            if (!_waiting.Remove(parcel))
            {
                return false;
            }
        }

        Lose();
        return true;
    }

    /// <summary>Closes the waiting sockets, and refuses further ones. Called when the worker is destroyed.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _isClosed = true;
            foreach (var parcel in _waiting)
            {
                parcel.Socket.Dispose();
            }

            _waiting.Clear();
        }
    }
}
