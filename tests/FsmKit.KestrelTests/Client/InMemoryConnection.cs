using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.InternalTesting;

namespace Microsoft.AspNetCore.Server.Kestrel.InMemory.FunctionalTests.TestTransport;

/// <summary>A connection to a <see cref="TestServer"/>, over loopback.</summary>
public sealed class InMemoryConnection : StreamBackedTestConnection
{
    internal InMemoryConnection(TestServer server, Socket socket, Encoding encoding)
        : base(socket, encoding ?? Encoding.ASCII) => TransportConnection = new Transport(this, server);

    public Transport TransportConnection { get; }

    /// <summary>The server's side of the connection.</summary>
    public sealed class Transport(InMemoryConnection connection, TestServer server)
    {
        /// <summary>Completes when the server has accepted the connection and waits for a request.</summary>
        public Task WaitForReadTask => server.Context.FakeTimeProvider.Settle();

        /// <summary>Completes when the server has closed the connection.</summary>
        public Task WaitForCloseTask => connection.ReceiveAll();
    }
}
