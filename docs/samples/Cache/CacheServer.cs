using System.Net;
using System.Security.Cryptography;
using System.Text;
using FsmKit;
using FsmKit.Net;

namespace CacheSample;

/// <summary>Serves values by key to clients of Redis, with a session for each connection.</summary>
[GClass]
public sealed partial class CacheServer : GObj
{
    private GServerSock? _server;

    /// <summary>Address to listen on. Default 127.0.0.1.</summary>
    [Parameter]
    public partial string Host { get; set; } = "127.0.0.1";

    /// <summary>Port to listen on; 0, the default, takes a free one.</summary>
    [Parameter]
    public partial int Port { get; set; }

    /// <summary>Password that a client has to give first; empty, the default, asks for none.</summary>
    [Parameter]
    public partial string Password { get; set; } = "";

    /// <summary>Address that the server listens on; null before its start.</summary>
    public EndPoint? Address => _server?.Sockname;

    /// <summary>The values.</summary>
    public Store Store { get; private set; } = null!;

    /// <summary>Number of commands that have been run.</summary>
    public long Commands { get; set; }

    /// <inheritdoc/>
    protected override IEnumerable<StatisticValue> Statistics => [new("Commands", Commands), new("Values", Store.Count)];

    private enum State : byte
    {
        /// <summary>Serving.</summary>
        Serving,
    }

    /// <summary>Compares a password in a time that does not depend on its content.</summary>
    public bool Admits(byte[] password) => CryptographicOperations.FixedTimeEquals(password, Encoding.UTF8.GetBytes(Password));

    /// <inheritdoc/>
    protected override void StartUp()
    {
        Store = new Store(Gaplic.Clock);
        _server = Create<GServerSock>("server", server =>
        {
            (server.Host, server.Port, server.Framing) = (Host, Port, Framing.Lines(1024));
            server.Serve<Session>();
        });
    }

    /// <inheritdoc/>
    protected override bool IsPart(GObj child) => child is GServerSock;
}
