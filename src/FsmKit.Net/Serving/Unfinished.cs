namespace FsmKit.Net;

/// <summary>A connection that is accepted and cannot be used yet: its TLS handshake or its PROXY header is not complete.</summary>
internal abstract class Unfinished
{
    internal UnfinishedList? List { get; set; }

    internal Unfinished? Older { get; set; }

    internal Unfinished? Younger { get; set; }

    /// <summary>Since when no step was seen, in milliseconds of the loop's clock.</summary>
    public long QuietSince { get; set; }

    /// <summary>How many steps had been made when it was last looked at.</summary>
    public int SeenSteps { get; set; }

    /// <summary>How many steps it has made towards its end.</summary>
    public virtual int Steps => 0;

    /// <summary>Whether the peer has sent something that was not read yet.</summary>
    public virtual bool HasUnread => false;

    /// <summary>Ends it, to make room or because its time is over.</summary>
    public abstract void GiveUp(RefusalReason reason);
}
