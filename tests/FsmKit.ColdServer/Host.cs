using System.Net;
using System.Net.Sockets;
using FsmKit.Net;

namespace FsmKit.ColdServer;

/// <summary>Echoes on the connections of its server, and connects to given addresses.</summary>
[GClass]
[Input<EvConnected>, Input<EvDisconnected>, Input<EvRxData>]
internal sealed partial class Host : GObj
{
    private const string Pending = "pending";
    private const string Connected = "connected";
    private const string Threw = "threw";
    private static readonly object[] Reasons = [.. Enum.GetValues<DisconnectReason>().Cast<object>()];
    private GServerSock _server = null!;
    private GSock _client = null!;

    // Put into words when they are asked for: there may be no memory for that when it happens.
    private object _last = "none";
    private SocketError _error;

    /// <summary>Speaks TLS on every accepted connection; null does not.</summary>
    [Parameter]
    public partial TlsOptions? SslOptions { get; set; }

    /// <summary>Address that the server listens on.</summary>
    public EndPoint? Address => _server.Sockname;

    /// <summary>Number of accepted connections.</summary>
    public int Gsocks => _server.NGsocks;

    /// <summary>Result of the last attempt to connect.</summary>
    public string Last => _error == SocketError.Success ? $"{_last}" : $"{_last}:{_error}";

    private enum State : byte
    {
        [On<EvConnected>(nameof(AcConnected))]
        [On<EvDisconnected>(nameof(AcDisconnected))]
        [On<EvRxData>(nameof(AcEcho))]
        Serving,
    }

    /// <summary>Begins to connect.</summary>
    public void Connect(string host, int port)
    {
        (_last, _error) = (Pending, SocketError.Success);
        try
        {
            _client.Send(new EvConnect(host, port));
        }
        catch (OutOfMemoryException)
        {
            _last = Threw;
            throw;
        }
    }

    /// <inheritdoc/>
    protected override void StartUp()
    {
        _server = Create<GServerSock>("server", server => (server.Host, server.SslOptions) = ("127.0.0.1", SslOptions));
        _client = Create<GSock>("client");
    }

    private void AcConnected(in EvConnected e)
    {
        if (e.Gsock == _client)
        {
            _last = Connected;
        }
    }

    private void AcDisconnected(in EvDisconnected e)
    {
        if (e.Gsock == _client)
        {
            (_last, _error) = (Reasons[(int)e.Reason], e.Error);
        }
    }

    private void AcEcho(in EvRxData e) => Send(e.Gsock, new EvSendData(e.Data));
}
