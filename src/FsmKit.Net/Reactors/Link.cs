using System.Net;

namespace FsmKit.Net;

/// <summary>What every link has: an own address and an end.</summary>
internal abstract class Link
{
    /// <summary>True from the first <see cref="Close"/> on; no event comes after it.</summary>
    public bool IsClosed { get; protected set; }

    /// <summary>The own address, asked of the system the first time it is read; null when it cannot be told.</summary>
    public EndPoint? LocalEndPoint
    {
        get => field ??= PlainAddress.Of(ReadLocalEndPoint());
        protected set;
    }

    /// <summary>Gives the socket back to the system; closing twice does nothing.</summary>
    public abstract void Close();

    protected abstract EndPoint? ReadLocalEndPoint();
}
