using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net.Tests;

/// <summary>Sockets of the system that fail in the steps that the test has chosen.</summary>
internal sealed class FaultySockets : ListenerSocketFactory
{
    /// <summary>Faults: a family and a step, with the error.</summary>
    public ConcurrentDictionary<(AddressFamily Family, string Step), SocketError> Faults { get; } = [];

    /// <summary>Whether accepting fails as it does without a descriptor, for either family.</summary>
    public bool IsDry
    {
        set
        {
            foreach (var family in new[] { AddressFamily.InterNetwork, AddressFamily.InterNetworkV6 })
            {
                if (value)
                {
                    Faults[(family, "accept")] = SocketError.TooManyOpenSockets;
                }
                else
                {
                    Faults.TryRemove((family, "accept"), out _);
                }
            }
        }
    }

    /// <summary>Whether an IPv6 socket takes IPv4 too.</summary>
    public bool IsDual { get; set; } = true;

    /// <summary>Every socket that was opened.</summary>
    public List<Socket> Opened { get; } = [];

    /// <summary>Every port that was bound for IPv6.</summary>
    public List<int> PortsOfV6 { get; } = [];

    /// <summary>The backlogs that were asked for.</summary>
    public List<int> Backlogs { get; } = [];

    public IEnumerable<Socket> Left => Opened.Where(static socket => !socket.SafeHandle.IsClosed);

    public override Socket Open(AddressFamily family, SocketType type, ProtocolType protocol)
    {
        Fail(family, "open");
        var socket = base.Open(family, type, protocol);
        Opened.Add(socket);
        return socket;
    }

    public override void Bind(Socket socket, EndPoint address)
    {
        Fail(socket.AddressFamily, "bind");
        if (IsDual)
        {
            base.Bind(socket, address);
        }
        else
        {
            socket.Bind(address);
        }

        if (socket.AddressFamily == AddressFamily.InterNetworkV6)
        {
            PortsOfV6.Add(((IPEndPoint)socket.LocalEndPoint!).Port);
        }
    }

    public override void Listen(Socket socket, int backlog)
    {
        Backlogs.Add(backlog);
        Fail(socket.AddressFamily, "listen");
        base.Listen(socket, backlog);
    }

    public override ValueTask<Socket> AcceptAsync(Socket socket, CancellationToken cancellation)
    {
        Fail(socket.AddressFamily, "accept");
        return base.AcceptAsync(socket, cancellation);
    }

    private void Fail(AddressFamily family, string step)
    {
        if (Faults.TryGetValue((family, step), out var error))
        {
            throw new SocketException((int)error);
        }
    }
}
