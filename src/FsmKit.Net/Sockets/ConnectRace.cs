using System.Net;
using System.Net.Sockets;

namespace FsmKit.Net;

/// <summary>Attempts to connect to one of several addresses; the first connection wins (RFC 8305, "Happy Eyeballs").</summary>
internal sealed class ConnectRace(GSock gsock, NetReactor reactor, EndPoint[] destinations)
{
    private readonly List<Attempt> _running = [];
    private int _next;

    /// <summary>Whether an address has not been tried.</summary>
    public bool HasNext => _next < destinations.Length;

    /// <summary>Whether an attempt is in progress.</summary>
    public bool IsRunning => _running.Count > 0;

    /// <summary>Returns the same addresses with another port.</summary>
    public EndPoint[] At(int port) => Array.ConvertAll(destinations, one => one is IPEndPoint inet ? new IPEndPoint(inet.Address, port) : one);

    /// <summary>Starts an attempt at the next address and returns this address.</summary>
    public EndPoint StartNext()
    {
        var remote = destinations[_next++];
        var attempt = new Attempt(this);
        attempt.Link = reactor.Connect(remote, attempt);
        _running.Add(attempt);
        return remote;
    }

    /// <summary>Ends the attempts in progress, and leaves out the untried addresses.</summary>
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

    /// <summary>One attempt. An unwatched link reports only the outcome of the connect, so the other callbacks are empty.</summary>
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
