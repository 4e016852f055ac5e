using System.Net;
using System.Net.Sockets;
using FsmKit.Net;

namespace FsmKit.Simulations.Listening;

/// <summary>
/// Does what the system does for the sockets of the runtime: accepts where it was asked to, cancels that, and runs out of descriptors. Each of
/// its acts is a step of its loop, as threads and the system act at any moment.
/// </summary>
[GClass]
[Input<EvConnected>, Input<EvRxData>, Input<EvDisconnected>]
internal sealed partial class Kernel : GObj
{
    private readonly Dictionary<int, KernelPort> _ports = [];
    private readonly HashSet<GSock> _open = [];
    private readonly List<WorldSocket> _sockets = [];

    /// <summary>The world that is told of what must not be.</summary>
    public World World { get; set; } = null!;

    /// <summary>The ports that clients can connect to.</summary>
    public int[] Ports { get; set; } = [];

    /// <summary>Tells whether connections are wanted; null always.</summary>
    public Func<bool>? IsWanted { get; set; }

    /// <summary>Tells whether one more connection could be handled when an accept begins; null always.</summary>
    public Func<bool>? HasRoom { get; set; }

    /// <summary>How many connections may be open.</summary>
    public int Limit { get; set; } = int.MaxValue;

    /// <summary>The probability that an accept fails although few are open.</summary>
    public double Shortage { get; set; }

    /// <summary>How many connections are open.</summary>
    public int Open => _open.Count;

    /// <summary>How many connections were accepted.</summary>
    public int Accepted { get; private set; }

    /// <summary>How many accepts have failed.</summary>
    public int Failures { get; private set; }

    /// <summary>Called where an accept is cancelled: here another thread may get ahead of the one that cancels.</summary>
    public Action? Preempt { get; set; }

    private enum State
    {
        [On<EvConnected>(nameof(AcAccepted)), On<EvDisconnected>(nameof(AcEnded)), Ignore<EvRxData>]
        Running,
    }

    /// <inheritdoc/>
    protected override void StartUp()
    {
        foreach (var port in Ports)
        {
            var server = Create<GServerSock>($"port{port}", server => (server.Host, server.Port) = ("127.0.0.1", port));
            server.Send(new EvPauseAccepting());
            _ports.Add(port, new KernelPort(server));
        }
    }

    /// <summary>Gives the descriptors back that the runtime still has.</summary>
    protected override void GoOut() => _sockets.ForEach(static socket => socket.Dispose());

    /// <summary>Makes a socket that may listen.</summary>
    public WorldSocket NewSocket() => Keep(new WorldSocket(this));

    /// <summary>Accepts a connection, in later steps.</summary>
    public Task<Socket> Accept(int port, CancellationToken cancellation)
    {
        World.Check(HasRoom?.Invoke() != false, "An accept begins, and there is no room for its connection.");
        var accept = new PendingAccept(port);
        Gaplic.PostCallback(() => Begin(accept));
        cancellation.UnsafeRegister(
            (_, token) =>
            {
                Preempt?.Invoke();
                Gaplic.PostCallback(() => Cancel(accept, token));
            },
            null);
        return accept.Task;
    }

    /// <summary>Closes a port to which a socket listened, or a connection.</summary>
    public void Close(WorldSocket socket, GSock? gsock) => Gaplic.PostCallback(() =>
    {
        if (gsock is { IsDestroyed: false })
        {
            gsock.Send(new EvClose());
        }
        else if (socket.Port != 0)
        {
            ClosePort(socket.Port);
        }
    });

    /// <summary>Closes a port: clients that wait there are gone, and no more can connect.</summary>
    public void ClosePort(int port)
    {
        if (_ports.Remove(port, out var closed))
        {
            closed.Server.Destroy();
            closed.Pending?.Fail(SocketError.OperationAborted);
        }
    }

    private WorldSocket Keep(WorldSocket socket)
    {
        _sockets.Add(socket);
        return socket;
    }

    private void Begin(PendingAccept accept)
    {
        if (!_ports.TryGetValue(accept.Port, out var port))
        {
            accept.Fail(SocketError.OperationAborted);
        }
        else if (Open >= Limit || World.Chance(Shortage))
        {
            Failures++;
            accept.Fail(SocketError.TooManyOpenSockets);
        }
        else if (!accept.Task.IsCompleted)
        {
            World.Check(port.Pending is null, "A socket has two accepts at a time.");
            port.Pending = accept;
            port.Server.Send(new EvResumeAccepting());
        }
    }

    private void Cancel(PendingAccept accept, CancellationToken token)
    {
        if (_ports.TryGetValue(accept.Port, out var port) && port.Pending == accept)
        {
            port.Pending = null;
            port.Server.Send(new EvPauseAccepting());
            accept.Cancel(token);
        }
    }

    private void AcAccepted(in EvConnected e)
    {
        var port = _ports[((IPEndPoint)e.Sockname!).Port];
        var (gsock, accept) = (e.Gsock, port.Pending!);
        port.Pending = null;
        port.Server.Send(new EvPauseAccepting());
        _open.Add(gsock);
        World.Check(IsWanted?.Invoke() != false, "A connection has left the backlog that is not wanted.");
        Accepted++;
        Gaplic.PostCallback(() => accept.Complete(Keep(new WorldSocket(this, gsock))));
    }

    private void AcEnded(in EvDisconnected e) => _open.Remove(e.Gsock);
}
