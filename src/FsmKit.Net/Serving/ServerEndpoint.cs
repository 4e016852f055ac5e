using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>One address that a <see cref="GServerSock"/> listens on.</summary>
public sealed class ServerEndpoint : IListenEvents
{
    internal ServerEndpoint(GServerSock server, object? source) => (Server, Source) = (server, source);

    /// <summary>The server that listens on the endpoint.</summary>
    public GServerSock Server { get; }

    /// <summary>
    /// The source object given when the endpoint was added (Gio <c>source_object</c>); null for none. Accepted gsocks have it as
    /// <see cref="GSock.EndpointSource"/>.
    /// </summary>
    public object? Source { get; }

    /// <summary>The address with the port in use; null before the first <see cref="EvEndpoint"/>.</summary>
    public EndPoint? Address { get; private set; }

    /// <summary>Whether the endpoint has stopped listening.</summary>
    public bool IsClosed { get; private set; }

    internal ListenLink? Link { get; private set; }

    internal bool IsUnix => Address?.AddressFamily == AddressFamily.Unix;

    /// <inheritdoc/>
    public override string ToString() => $"{Server} at {Address}";

    void IListenEvents.OnAcceptable() => Server.Accept(this);

    void IListenEvents.OnStep(EndpointStep step, EndPoint address)
    {
        Address = address;
        Server.TellEndpoint(this, step);
    }

    internal void Open(ListenLink link) => (Link, Address) = (link, link.LocalEndPoint ?? Address);

    internal void Watch(bool accepting) => Link?.Watch(accepting);

    internal void Close()
    {
        IsClosed = true;
        Link?.Close();
    }
}
