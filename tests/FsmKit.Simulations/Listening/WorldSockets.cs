using System.Net;
using System.Net.Sockets;
using FsmKit.Net.Listening;

namespace FsmKit.Simulations.Listening;

/// <summary>Has the sockets of a listener in the simulated network.</summary>
internal sealed class WorldSockets(Kernel kernel) : ListenerSocketFactory
{
    /// <inheritdoc/>
    public override Socket Open(AddressFamily family, SocketType type, ProtocolType protocol) => kernel.NewSocket();

    /// <inheritdoc/>
    public override void Bind(Socket socket, EndPoint address) => ((WorldSocket)socket).Port = ((IPEndPoint)address).Port;

    /// <inheritdoc/>
    public override void Listen(Socket socket, int backlog)
    {
        // The port has had its backlog from the beginning.
    }

    /// <inheritdoc/>
    public override ValueTask<Socket> AcceptAsync(Socket socket, CancellationToken cancellation) => new(kernel.Accept(((WorldSocket)socket).Port, cancellation));
}
