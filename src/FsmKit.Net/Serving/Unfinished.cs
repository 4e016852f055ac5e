namespace FsmKit.Net;

/// <summary>An accepted connection whose TLS handshake or PROXY header is not complete.</summary>
internal abstract class Unfinished : ListNode<Unfinished>
{
    /// <summary>Time of the last seen step, in milliseconds of the loop's clock.</summary>
    public long QuietSince { get; set; }

    /// <summary>Value of <see cref="Steps"/> at the last check.</summary>
    public int SeenSteps { get; set; }

    /// <summary>Number of steps made so far, each an answer of this side in the handshake.</summary>
    public virtual int Steps => 0;

    /// <summary>Whether bytes of the peer are still unread.</summary>
    public virtual bool HasUnread => false;

    /// <summary>Refuses the connection, to make room or because its time has passed.</summary>
    public abstract void GiveUp(RefusalReason reason);
}
