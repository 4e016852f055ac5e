using System.Buffers;
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
    private const int MostInput = 1024 * 1024;
    private const int MostOutput = 64 * 1024;

    private readonly FsmKitTransportOptions _options;
    private readonly Lazy<TransportLoop[]> _loops;

    /// <summary>Memory of the pipes. A pool of Kestrel's keeps what uploads need; the shared pool keeps too few arrays.</summary>
    private readonly MemoryPool<byte> _memory;

    public FsmKitTransportFactory(IOptions<FsmKitTransportOptions> options, ILoggerFactory loggers, IMemoryPoolFactory<byte>? pools = null)
    {
        _options = options.Value;
        _memory = pools?.Create() ?? MemoryPool<byte>.Shared;
        _loops = new(() => [.. Enumerable.Range(0, _options.Loops).Select(i =>
            new TransportLoop($"transport{i}", new GAplicOptions { Logger = loggers.CreateLogger("FsmKit") }))]);
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
            var binding = new TransportBinding(where, port, loops.Length > 1, InputFor(loop), OutputFor(loop), accepted);
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

        _memory.Dispose();
    }

    private PipeScheduler Application(TransportLoop loop) => _options.Handlers == ApplicationThread.Loop ? loop : loop.Pool;

    private PipeOptions InputFor(TransportLoop loop) => new(
        _memory, readerScheduler: Application(loop), writerScheduler: PipeScheduler.Inline, pauseWriterThreshold: MostInput, resumeWriterThreshold: MostInput / 2,
        useSynchronizationContext: false);

    private PipeOptions OutputFor(TransportLoop loop) => new(
        _memory, readerScheduler: loop, writerScheduler: Application(loop), pauseWriterThreshold: MostOutput, resumeWriterThreshold: MostOutput / 2,
        useSynchronizationContext: false);
}
