namespace FsmKit.Net;

/// <summary>What other loops hand to a worker, until it takes it: nothing that was handed over is lost, whoever ends when.</summary>
/// <remarks>The worker's load is kept here as well, for whoever looks for the least loaded one. Callable from any thread.</remarks>
internal sealed class Inbox
{
    private readonly Lock _lock = new();
    private readonly HashSet<Parcel> _waiting = [];
    private int _load;
    private bool _isClosed;

    /// <summary>Connections that the worker has, and those on their way to it.</summary>
    public int Load => Volatile.Read(ref _load);

    public bool IsClosed => Volatile.Read(ref _isClosed);

    public void Gain() => Interlocked.Increment(ref _load);

    public void Lose() => Interlocked.Decrement(ref _load);

    /// <summary>False when the worker is gone.</summary>
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

    /// <summary>Takes it out, by whoever is first: the worker, or the giver whose post was refused.</summary>
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

    /// <summary>The worker is gone: closes what is still waiting.</summary>
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
