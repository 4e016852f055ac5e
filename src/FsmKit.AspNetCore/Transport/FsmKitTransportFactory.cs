using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FsmKit.AspNetCore;

/// <summary>Listens with FsmKit's sockets for Kestrel, which keeps TLS, HTTP/1.1, HTTP/2 and the application.</summary>
internal sealed class FsmKitTransportFactory : IConnectionListenerFactory, IConnectionListenerFactorySelector, IDisposable
{
    private readonly FsmKitTransportOptions _options;
    private readonly Lazy<TransportLoop[]> _loops;

    public FsmKitTransportFactory(IOptions<FsmKitTransportOptions> options, ILoggerFactory loggers)
    {
        _options = options.Value;
        _loops = new(() => [.. Enumerable.Range(0, _options.Loops).Select(i =>
            new TransportLoop($"transport{i}", new GAplicOptions { Logger = loggers.CreateLogger("FsmKit") }, _options.Processors))]);
    }

    public bool CanBind(EndPoint endpoint) => endpoint is IPEndPoint or UnixDomainSocketEndPoint;

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var accepted = Channel.CreateUnbounded<ConnectionContext>();
        var where = new FsmKitEndpoint(EndpointHosts.HostOf(endpoint), EndpointHosts.PortOf(endpoint), null);
        var loops = where.IsUnixSocket ? _loops.Value[..1] : _loops.Value;
        var listeners = new List<(TransportLoop, GTransportListener)>();
        var port = where.Port;
        foreach (var loop in loops)
        {
            loop.Start();
            var binding = new TransportBinding(where, port, loops.Length > 1, loop, _options.Handlers, accepted);
            try
            {
                var listener = await loop.Invoke(() => loop.Gaplic.Create<GTransportListener>(null, gobj => gobj.Binding = binding)).ConfigureAwait(false);
                listeners.Add((loop, listener));
                port = listener.Address is IPEndPoint address ? address.Port : 0;
            }
            catch (GObjException x)
            {
                throw x.InnerException is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } used
                    ? new AddressInUseException(x.Message, used) : new IOException(x.Message, x);
            }
        }

        return new TransportListener(listeners[0].Item2.Address ?? endpoint, listeners, accepted);
    }

    public void Dispose()
    {
        if (_loops.IsValueCreated)
        {
            Array.ForEach(_loops.Value, static loop => loop.Dispose());
        }
    }
}
