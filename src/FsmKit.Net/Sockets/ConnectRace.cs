using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>The attempts to reach one of several addresses, of which the first connection wins (RFC 8305, "happy eyeballs").</summary>
internal sealed class ConnectRace(GSock gsock, NetReactor reactor, EndPoint[] destinations)
{
    private readonly List<Attempt> _running = [];
    private int _next;

    /// <summary>Whether there is an address that has not been tried.</summary>
    public bool HasNext => _next < destinations.Length;

    /// <summary>Whether an attempt is under way.</summary>
    public bool IsRunning => _running.Count > 0;

    /// <summary>The same addresses at another port.</summary>
    public EndPoint[] At(int port) => Array.ConvertAll(destinations, one => one is IPEndPoint inet ? new IPEndPoint(inet.Address, port) : one);

    /// <summary>Tries the next address.</summary>
    public EndPoint StartNext()
    {
        var remote = destinations[_next++];
        var attempt = new Attempt(this);
        attempt.Link = reactor.Connect(remote, attempt);
        _running.Add(attempt);
        return remote;
    }

    /// <summary>Ends every attempt that has not ended by itself.</summary>
    public void Stop()
    {
        _next = destinations.Length;
        foreach (var attempt in _running)
        {
            attempt.Link!.Close();
        }

        _running.Clear();
    }

    private void Won(Attempt attempt)
    {
        _running.Remove(attempt);
        Stop();
        gsock.LinkUp(attempt.Link!);
    }

    private void Lost(Attempt attempt, SocketError error)
    {
        _running.Remove(attempt);
        gsock.LinkFailed(error);
    }

    /// <summary>One of them. Nothing but the outcome is told before somebody watches the link.</summary>
    private sealed class Attempt(ConnectRace race) : ILinkEvents
    {
        public StreamLink? Link { get; set; }

        public void OnConnected() => race.Won(this);

        public void OnConnectFailed(SocketError error) => race.Lost(this, error);

        public void OnReadable()
        {
        }

        public void OnWritable()
        {
        }

        public void OnBroken(SocketError error)
        {
        }
    }
}
