using System.Net;
using FsmKit;
using FsmKit.Net;

namespace GatewaySample;

/// <summary>Listens for devices, and has a machine for each one that has ever connected.</summary>
[GClass]
public sealed partial class Gateway : GObj
{
    private readonly Dictionary<string, Device> _devices = [];
    private GServerSock? _server;

    /// <summary>The address to listen on. Default 127.0.0.1.</summary>
    [Parameter]
    public partial string Host { get; set; } = "127.0.0.1";

    /// <summary>The port to listen on; 0, the default, takes a free one.</summary>
    [Parameter]
    public partial int Port { get; set; }

    /// <summary>Options of TLS. Null, the default: plain TCP.</summary>
    [Parameter]
    public partial TlsOptions? Tls { get; set; }

    /// <summary>The address in use.</summary>
    public EndPoint? Address => _server?.Sockname;

    /// <summary>Number of devices.</summary>
    public int Devices => _devices.Count;

    private enum State : byte
    {
        /// <summary>Devices are served.</summary>
        Serving,
    }

    /// <summary>Returns the machine of a device; creates it for a new name.</summary>
    public Device Find(string name) => _devices.TryGetValue(name, out var device) ? device : _devices[name] = Create<Device>(name);

    /// <inheritdoc/>
    protected override void StartUp() => _server = Create<GServerSock>("server", server =>
    {
        (server.Host, server.Port, server.SslOptions, server.Framing, server.MaxConnections) = (Host, Port, Tls, Framing.Lines(100), 10_000);
        server.Serve<DeviceLink>(link => link.Gateway = this);
    });
}
