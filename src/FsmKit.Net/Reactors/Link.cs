using System.Net;

namespace FsmKit.Net;

/// <summary>Base of all links of a reactor: a local address and a close.</summary>
internal abstract class Link
{
    /// <summary>Whether the link is closed. A closed link calls no callback.</summary>
    public bool IsClosed { get; protected set; }

    /// <summary>The local address, read from the system at the first access; null if the system does not report it.</summary>
    public EndPoint? LocalEndPoint
    {
        get => field ??= PlainAddress.Of(ReadLocalEndPoint());
        protected set;
    }

    /// <summary>Closes the socket. Does nothing if the link is closed.</summary>
    public abstract void Close();

    protected abstract EndPoint? ReadLocalEndPoint();
}
