namespace FsmKit.Net;

/// <summary>
/// Calls of other threads on their way to a requester. The inbox owns them and the post is only the doorbell, so that each call ends when the
/// requester does. Callable from any thread.
/// </summary>
internal sealed class CallInbox
{
    private readonly Lock _lock = new();
    private readonly HashSet<Call> _waiting = [];
    private bool _isClosed;

    /// <summary>Adds a call. Returns false if the requester is destroyed.</summary>
    public bool TryPut(Call call)
    {
        lock (_lock)
        {
            return !_isClosed && _waiting.Add(call);
        }
    }

    /// <summary>Removes a call. Returns true to the first caller only.</summary>
    public bool TryTake(Call call)
    {
        lock (_lock)
        {
            return _waiting.Remove(call);
        }
    }

    /// <summary>Refuses further calls and returns those that wait.</summary>
    public Call[] Close()
    {
        lock (_lock)
        {
            _isClosed = true;
            Call[] left = [.. _waiting];
            _waiting.Clear();
            return left;
        }
    }
}
