using System.Net.Sockets;
using Xunit;

namespace FsmKit.Net.Tests;

/// <summary>Counts messages, and notes the end of each connection. Clients and server may be in threads of their own.</summary>
internal sealed class StormBooks
{
    private readonly Lock _lock = new();
    private readonly int _messages;
    private int _serverEnds;
    private readonly Dictionary<int, (int Sent, int Echoed, DisconnectReason Reason)> _clients = [];
    private readonly Dictionary<int, (int Received, DisconnectReason Reason)> _servers = [];

    public StormBooks(int messages) => _messages = Left = messages;

    /// <summary>Messages still to be sent.</summary>
    public int Left { get; set; }

    public int Attempts { get; set; }

    public int FailedAttempts { get; private set; }

    public int Connections { get; set; }

    public int Finished { get; set; }

    public int ServerEnds => Volatile.Read(ref _serverEnds);

    public int Broken => _clients.Values.Count(static client => client.Reason == DisconnectReason.Broken);

    public long Received => _servers.Values.Sum(static server => (long)server.Received);

    public long Echoed => _clients.Values.Sum(static client => (long)client.Echoed);

    /// <summary>Events in order, to compare two runs.</summary>
    public List<string> History { get; } = [];

    public void ConnectFailed(in EvDisconnected e)
    {
        Assert.Equal((DisconnectReason.ConnectFailed, SocketError.ConnectionRefused), (e.Reason, e.Error));
        FailedAttempts++;
    }

    public void ClientEnded(StormStream echo, int sent, in EvDisconnected e)
    {
        AssertReason(in e);
        Note($"client {echo.Connection}: {sent} sent, {echo.Messages} echoed, {e.Reason}");
        _clients.Add(echo.Connection, (sent, echo.Messages, e.Reason));
        Assert.InRange(echo.Messages, 0, sent);
        Assert.True(e.Reason == DisconnectReason.Broken || (echo.IsWhole && echo.Messages == sent), "Something was lost and not announced.");
    }

    public void ServerEnded(StormStream stream, in EvDisconnected e)
    {
        AssertReason(in e);
        Note($"server {stream.Connection}: {stream.Messages} received, {e.Reason}");
        Assert.True(e.Reason == DisconnectReason.Broken || stream.IsWhole, "Half a message was lost and not announced.");
        if (stream.Connection != 0)
        {
            _servers.Add(stream.Connection, (stream.Messages, e.Reason));
        }

        Interlocked.Increment(ref _serverEnds);
    }

    /// <summary>At the end everything adds up.</summary>
    public void Close()
    {
        Assert.Equal(_messages, _clients.Values.Sum(static client => client.Sent));
        Assert.Equal(Attempts, Connections + FailedAttempts);
        Assert.Equal(Connections, _clients.Count);
        Assert.Equal(Connections, ServerEnds);
        foreach (var (connection, client) in _clients)
        {
            var server = _servers.GetValueOrDefault(connection);
            Assert.InRange(server.Received, client.Echoed, client.Sent);
            Assert.True(
                server.Received == client.Sent || client.Reason == DisconnectReason.Broken,
                $"Connection {connection}: {client.Sent} sent, {server.Received} received, {client.Reason}.");
        }
    }

    private void Note(string line)
    {
        lock (_lock)
        {
            History.Add(line);
        }
    }

    private static void AssertReason(in EvDisconnected e) => Assert.True(
        (e.Reason, e.Error) is (DisconnectReason.PeerClosed, SocketError.Success) or (DisconnectReason.Broken, SocketError.ConnectionReset),
        $"{e.Reason} {e.Error}");
}
