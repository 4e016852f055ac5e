using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <content>Endpoints, which can be added and removed while the server runs.</content>
public sealed partial class GServerSock
{
    private NetReactor _reactor = null!;
    private ServerEndpoint[] _endpoints = [];

    /// <summary>The endpoints that the server listens on, in the order in which they were added.</summary>
    public IReadOnlyList<ServerEndpoint> Endpoints => _endpoints;

    /// <summary>Listens on one more address. Must be called on the loop's thread.</summary>
    /// <param name="address">An IP address and port, or a Unix socket. Port 0 takes a free port; see <see cref="ServerEndpoint.Address"/>.</param>
    /// <param name="source">The <see cref="GSock.EndpointSource"/> of the gsocks accepted at this endpoint; null for none.</param>
    /// <returns>The new endpoint.</returns>
    /// <exception cref="GObjException">
    /// The address is in use, not an address of this machine, or not permitted; the message names the remedy. Or the calling thread is not the
    /// loop's, or the server is destroyed.
    /// </exception>
    public ServerEndpoint AddEndpoint(EndPoint address, object? source = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Explained(address.ToString()!, () => Open(address, source));
    }

    /// <summary>Listens on all addresses of a host. Must be called on the loop's thread.</summary>
    /// <param name="host">A host in the form of <see cref="Host"/>.</param>
    /// <param name="port">The port, 0 to 65535, the same for all addresses; 0 takes a free port.</param>
    /// <param name="source">The <see cref="GSock.EndpointSource"/> of the gsocks accepted at these endpoints; null for none.</param>
    /// <returns>The new endpoints, one per address or inherited socket.</returns>
    /// <exception cref="GObjException">
    /// The host has no address, one of its addresses is in use, or none is an address of this machine; the message names the remedy. Or the
    /// calling thread is not the loop's, or the server is destroyed.
    /// </exception>
    public IReadOnlyList<ServerEndpoint> AddHost(string host, int port = 0, object? source = null)
    {
        ArgumentNullException.ThrowIfNull(host);
        return Explained<IReadOnlyList<ServerEndpoint>>(Describe(host, port), () =>
        {
            if (UnixHost.Parse(host) is { } unix)
            {
                return [Open(unix, source)];
            }

            if (ListenHost.Descriptors(host, SocketActivation.Sockets) is { } descriptors)
            {
                return descriptors.Count > 0 ? descriptors.Select(descriptor => Adopt(descriptor, source)).ToArray() : throw new GObjException(
                    $"{this} cannot listen on '{host}': no such socket was passed to this process. Check LISTEN_FDS, LISTEN_FDNAMES and the systemd unit.");
            }

            var (addresses, fallback) = ListenHost.Addresses(host, DualStack);
            return new PortBinding<ServerEndpoint>(
                local => Open(local, source), static endpoint => ((IPEndPoint)endpoint.Address!).Port, Close).Open(addresses, fallback, port);
        });
    }

    /// <summary>
    /// Accepts on a listening socket of the application. The server then owns and closes the socket. Must be called on the loop's thread.
    /// </summary>
    /// <param name="listening">A stream socket on which <c>Listen</c> was called. The caller must not use the socket afterwards.</param>
    /// <param name="source">The <see cref="GSock.EndpointSource"/> of the gsocks accepted at this endpoint; null for none.</param>
    /// <returns>The new endpoint.</returns>
    /// <exception cref="GObjException">
    /// The socket does not listen or is closed, the calling thread is not the loop's, or the server is destroyed.
    /// </exception>
    public ServerEndpoint AdoptSocket(Socket listening, object? source = null)
    {
        ArgumentNullException.ThrowIfNull(listening);
        return Explained("the socket", () => Adopt(listening, source));
    }

    /// <summary>
    /// Stops listening on <paramref name="endpoint"/>. Accepted connections continue. Does nothing for a removed endpoint, or for one of another
    /// server.
    /// </summary>
    public void RemoveEndpoint(ServerEndpoint endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        if (endpoint.Server == this && !endpoint.IsClosed)
        {
            Close(endpoint);
            if (_endpoints.Length == 0)
            {
                Announce(new EvServing(this, ServingChange.Stopped));
            }
        }
    }

    /// <summary>Publishes a step of an endpoint, and sets the file mode of a bound Unix socket.</summary>
    internal void TellEndpoint(ServerEndpoint endpoint, EndpointStep step)
    {
        var address = endpoint.Address!;
        if (step == EndpointStep.Bound && Mode is { } mode && UnixFile.Of(address) is { } file && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, mode);
        }

        Publish(new EvEndpoint(endpoint, step, address));
    }

    /// <summary>Accepts connections of a new listen link.</summary>
    internal ServerEndpoint Join(ServerEndpoint endpoint, ListenLink link)
    {
        endpoint.Open(link);
        if (endpoint.IsClosed || IsDestroyed)
        {
            // A subscriber has removed the endpoint, or destroyed the server, in one of the first steps.
            endpoint.Close();
            return endpoint;
        }

        link.Watch(CurrentState == State.Listening);
        _endpoints = [.. _endpoints, endpoint];
        NetLog.Listening(Logger, this, endpoint.Address!);
        try
        {
            TellEndpoint(endpoint, EndpointStep.Listened);
        }
        catch
        {
            // The caller that adds the endpoint gets the exception instead.
            RemoveEndpoint(endpoint);
            throw;
        }

        return endpoint;
    }

    private void Listen()
    {
        var errors = new List<string>();
        foreach (var port in UseMultiPorts ? Ports : [Port])
        {
            try
            {
                AddHost(Host, port);
                Port = Sockname is IPEndPoint inet ? inet.Port : Port;
                return;
            }
            catch (GObjException x) when (UseMultiPorts)
            {
                errors.Add(x.Message);
            }
        }

        throw new GObjException(errors.Count == 0
            ? $"{this} has no port to listen on: set Ports, or set UseMultiPorts to false."
            : $"{this} cannot listen on any of its {errors.Count} ports. {string.Join(' ', errors)}");
    }

    private ServerEndpoint Open(EndPoint local, object? source)
    {
        StaleSocketFile.Remove(UnixFile.Of(local));
        var endpoint = new ServerEndpoint(this, source);
        return Join(endpoint, _reactor.Listen(local, Backlog, ReusePort, endpoint));
    }

    private ServerEndpoint Adopt(int descriptor, object? source)
    {
        // A descriptor that is not a listening socket may belong to other code and must not be closed.
        using (var probe = new Socket(new SafeSocketHandle(descriptor, ownsHandle: false)))
        {
            DemandListening(probe);
        }

        return Adopt(new Socket(new SafeSocketHandle(descriptor, ownsHandle: true)), source);
    }

    private ServerEndpoint Adopt(Socket listening, object? source)
    {
        DemandListening(listening);
        var endpoint = new ServerEndpoint(this, source);
        return Join(endpoint, _reactor.Adopt(listening, endpoint));
    }

    private void DemandListening(Socket socket)
    {
        if (socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.AcceptConnection) is null or 0 or false)
        {
            throw new GObjException($"{this} cannot listen on a socket that does not listen: call Listen on it first.");
        }
    }

    private void Close(ServerEndpoint endpoint)
    {
        _endpoints = Array.FindAll(_endpoints, other => other != endpoint);
        endpoint.Close();
        if (endpoint.Address is { } address)
        {
            Announce(new EvEndpoint(endpoint, EndpointStep.Closed, address));
        }
    }

    private void AcWatch() => Array.ForEach(_endpoints, static endpoint => endpoint.Watch(true));

    private void AcUnwatch() => Array.ForEach(_endpoints, static endpoint => endpoint.Watch(false));
}
