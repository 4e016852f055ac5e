using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <content>Where it listens: endpoints come and go while it runs.</content>
public sealed partial class GServerSock
{
    private NetReactor _reactor = null!;
    private ServerEndpoint[] _endpoints = [];

    /// <summary>Where it listens now, in the order of their adding.</summary>
    public IReadOnlyList<ServerEndpoint> Endpoints => _endpoints;

    /// <summary>Listens at one more address.</summary>
    /// <param name="address">An IP address and port, or a Unix socket; a port of 0 takes a free one, which the endpoint tells.</param>
    /// <param name="source">What the gsocks that come in there have as <see cref="GSock.EndpointSource"/>.</param>
    /// <exception cref="GObjException">The address is in use, not ours, or not allowed; it says what to do.</exception>
    public ServerEndpoint AddEndpoint(EndPoint address, object? source = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Explained(address.ToString()!, () => Open(address, source));
    }

    /// <summary>Listens at everything that a text means, as <see cref="Host"/> has it.</summary>
    /// <param name="host">What <see cref="Host"/> may be.</param>
    /// <param name="port">The port, the same one for all addresses; 0 takes a free one.</param>
    /// <param name="source">What the gsocks that come in there have as <see cref="GSock.EndpointSource"/>.</param>
    /// <exception cref="GObjException">The host has no address, or one of them is in use, or none is ours; it says what to do.</exception>
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
                    $"{this} cannot listen on '{host}': no such socket was passed to this process. Check LISTEN_FDS and LISTEN_FDNAMES, and the unit that sets them.");
            }

            var (addresses, fallback) = ListenHost.Addresses(host, DualStack);
            return new PortBinding<ServerEndpoint>(
                local => Open(local, source), static endpoint => ((IPEndPoint)endpoint.Address!).Port, Close).Open(addresses, fallback, port);
        });
    }

    /// <summary>Listens on a socket that listens already; it belongs to the server then, which closes it.</summary>
    /// <param name="listening">A stream socket on which <c>Listen</c> was called; do not use it any more.</param>
    /// <param name="source">What the gsocks that come in there have as <see cref="GSock.EndpointSource"/>.</param>
    /// <exception cref="GObjException">The socket does not listen, or is closed.</exception>
    public ServerEndpoint AdoptSocket(Socket listening, object? source = null)
    {
        ArgumentNullException.ThrowIfNull(listening);
        return Explained("the socket", () => Adopt(listening, source));
    }

    /// <summary>Stops listening there; what was accepted there goes on. Doing it twice does nothing.</summary>
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

    /// <summary>Tells the subscribers of a step, and does what belongs to it.</summary>
    internal void Tell(ServerEndpoint endpoint, EndpointStep step)
    {
        var address = endpoint.Address!;
        if (step == EndpointStep.Bound && Mode is { } mode && UnixFile.Of(address) is { } file && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, mode);
        }

        Publish(new EvEndpoint(endpoint, step, address));
    }

    /// <summary>Accepts through a link that somebody else makes.</summary>
    internal ServerEndpoint Join(ServerEndpoint endpoint, ListenLink link)
    {
        endpoint.Open(link);
        if (endpoint.IsClosed || IsDestroyed)
        {
            // A subscriber has ended it in one of its first steps.
            endpoint.Close();
            return endpoint;
        }

        link.Watch(CurrentState == State.Listening);
        _endpoints = [.. _endpoints, endpoint];
        NetLog.Listening(Gaplic.Logger, this, endpoint.Address!);
        try
        {
            Tell(endpoint, EndpointStep.Listened);
        }
        catch
        {
            // Whoever adds it gets the exception in place of the endpoint.
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
            ? $"{this} has no port to listen on: give Ports some, or take UseMultiPorts back."
            : $"{this} can listen on none of its {errors.Count} ports. {string.Join(' ', errors)}");
    }

    private ServerEndpoint Open(EndPoint local, object? source)
    {
        StaleSocketFile.Remove(UnixFile.Of(local));
        var endpoint = new ServerEndpoint(this, source);
        return Join(endpoint, _reactor.Listen(local, Backlog, ReusePort, endpoint));
    }

    private ServerEndpoint Adopt(int descriptor, object? source)
    {
        // Until it has proved to be a listening socket it is somebody else's, and must not be closed.
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
