namespace FsmKit.Net;

/// <summary>An outstanding request of a <see cref="GRequester"/>. The requester uses the object again for later requests.</summary>
internal sealed class Request : ListNode<Request>
{
    private readonly LoopTimer _timer;

    public Request(GRequester owner) => _timer = new LoopTimer(owner, () => owner.Expire(this));

    /// <summary>The request on the wire: framed, with its id. Empty after the send, unless a lost request is sent again.</summary>
    public PooledBytes Wire;

    /// <summary>Id of the request; 0 without ids.</summary>
    public ulong Id { get; set; }

    /// <summary>The sender; null for a call, and after the request has failed.</summary>
    public GObj? Asker { get; private set; }

    /// <summary>The sender's number.</summary>
    public long Tag { get; private set; }

    /// <summary>The call; null for a gobj, and after the request has failed.</summary>
    public Call? Call { get; private set; }

    /// <summary>Number of responses that the requester had received when it sent this request.</summary>
    public long ResponsesBefore { get; set; }

    /// <summary>Whether the request has failed and only keeps its place in the order of the responses.</summary>
    public bool IsAbandoned => Asker is null && Call is null;

    /// <summary>Starts the request's time.</summary>
    public void Begin(GObj? asker, long tag, Call? call, TimeSpan timeout)
    {
        (Asker, Tag, Call) = (asker, tag, call);
        _timer.Arm(timeout);
    }

    /// <summary>Forgets the sender, because the request has its answer or has failed.</summary>
    public void Abandon()
    {
        _timer.Cancel();
        Wire.Clear();
        (Asker, Call) = (null, null);
    }
}
