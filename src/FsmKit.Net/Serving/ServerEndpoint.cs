using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>One address that a <see cref="GServerSock"/> listens on.</summary>
public sealed class ServerEndpoint : IListenEvents
{
    internal ServerEndpoint(GServerSock server, object? source) => (Server, Source) = (server, source);

    /// <summary>Who listens.</summary>
    public GServerSock Server { get; }

    /// <summary>What was given when it was added; the gsocks that it accepts have it as <see cref="GSock.EndpointSource"/> (Gio <c>source_object</c>).</summary>
    public object? Source { get; }

    /// <summary>The address, with the port in use.</summary>
    public EndPoint? Address { get; private set; }

    /// <summary>Whether it was removed.</summary>
    public bool IsClosed { get; private set; }

    internal ListenLink? Link { get; private set; }

    internal bool IsUnix => Address?.AddressFamily == AddressFamily.Unix;

    /// <inheritdoc/>
    public override string ToString() => $"{Server} at {Address}";

    void IListenEvents.OnAcceptable() => Server.Accept(this);

    void IListenEvents.OnStep(EndpointStep step, EndPoint address)
    {
        Address = address;
        Server.Tell(this, step);
    }

    internal void Open(ListenLink link) => (Link, Address) = (link, link.LocalEndPoint ?? Address);

    internal void Watch(bool accepting) => Link?.Watch(accepting);

    internal void Close()
    {
        IsClosed = true;
        Link?.Close();
    }
}
