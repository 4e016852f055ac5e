namespace FsmKit.Net;

/// <summary>A connection that is accepted and cannot be used yet: its TLS handshake or its PROXY header is not complete.</summary>
internal abstract class Unfinished
{
    internal UnfinishedList? List { get; set; }

    internal Unfinished? Older { get; set; }

    internal Unfinished? Younger { get; set; }

    /// <summary>Ends it, to make room or because its time is over.</summary>
    public abstract void GiveUp(RefusalReason reason);
}
