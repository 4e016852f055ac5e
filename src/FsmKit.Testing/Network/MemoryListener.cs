using System.Net;
using FsmKit.Net;

namespace FsmKit.Testing;

/// <summary>
/// Listening socket of a <see cref="MemoryNetwork"/> without a gobj, for a test that acts as the server itself. Callable from any thread.
/// </summary>
public sealed class MemoryListener : IDisposable
{
    private readonly MemoryNetwork _network;
    private readonly MemoryBacklog _backlog;
    private bool _isClosed;

    internal MemoryListener(MemoryNetwork network, MemoryBacklog backlog) => (_network, _backlog) = (network, backlog);

    /// <summary>The address, with the port in use.</summary>
    public EndPoint LocalEndPoint => _backlog.Local;

    /// <summary>The port in use; 0 for a Unix socket.</summary>
    public int Port => LocalEndPoint is IPEndPoint ip ? ip.Port : 0;

    /// <summary>Accepts the oldest connection; null when none waits.</summary>
    public MemoryPeer? Accept()
    {
        lock (_network.Gate)
        {
            _network.DeliverDue();
            return _backlog.Accept() is { } end ? new MemoryPeer(_network, end) : null;
        }
    }

    /// <summary>Stops listening. Connections that were not accepted end, and later connects are refused.</summary>
    public void Dispose()
    {
        lock (_network.Gate)
        {
            if (!_isClosed)
            {
                _isClosed = true;
                _backlog.Close();
            }
        }
    }
}
