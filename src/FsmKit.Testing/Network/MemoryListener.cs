using System.Net;
using FsmKit.Net;

namespace FsmKit.Testing;

/// <summary>A listening peer that is no gobj, for a test that plays the server itself. From any thread.</summary>
public sealed class MemoryListener : IDisposable
{
    private readonly MemoryNetwork _network;
    private readonly MemoryBacklog _backlog;
    private bool _isClosed;

    internal MemoryListener(MemoryNetwork network, MemoryBacklog backlog) => (_network, _backlog) = (network, backlog);

    /// <summary>Where it listens, with the port in use.</summary>
    public EndPoint LocalEndPoint => _backlog.Local;

    /// <summary>The port in use; 0 for a Unix socket.</summary>
    public int Port => LocalEndPoint is IPEndPoint ip ? ip.Port : 0;

    /// <summary>Takes the connection that has waited longest; null when none does.</summary>
    public MemoryPeer? Accept()
    {
        lock (_network.Gate)
        {
            _network.DeliverDue();
            return _backlog.Accept() is { } end ? new MemoryPeer(_network, end) : null;
        }
    }

    /// <summary>Stops listening: who was not accepted is reset, who comes later is refused.</summary>
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
